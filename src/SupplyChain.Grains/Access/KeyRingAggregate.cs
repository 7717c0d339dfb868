namespace SupplyChain.Access;

/// <summary>Keys: each of their decisions is finished at once.</summary>
internal sealed class KeyRingAggregate : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => KeyRing.Kind;
}
