namespace SupplyChain.Orders;

/// <summary>Customers: each of their decisions is finished at once.</summary>
internal sealed class CustomerAggregate : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Customer.Kind;
}
