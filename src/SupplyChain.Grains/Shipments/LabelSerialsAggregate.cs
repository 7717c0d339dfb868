namespace SupplyChain.Shipments;

/// <summary>Serial numbers of labels: each is given out at once.</summary>
internal sealed class LabelSerialsAggregate : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => LabelSerials.Kind;
}
