namespace SupplyChain.Access;

/// <summary>Keys: their ring is asked itself.</summary>
internal sealed class KeyRingReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => KeyRing.Kind;
}
