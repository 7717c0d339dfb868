namespace SupplyChain.Shipments;

/// <summary>Serial numbers of labels: nothing is read of them.</summary>
internal sealed class LabelSerialsReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => LabelSerials.Kind;
}
