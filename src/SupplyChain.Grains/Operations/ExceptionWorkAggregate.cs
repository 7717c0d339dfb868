namespace SupplyChain.Operations;

/// <summary>What people do about exceptions: each of their decisions is finished at once.</summary>
internal sealed class ExceptionWorkAggregate : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => ExceptionWork.Kind;
}
