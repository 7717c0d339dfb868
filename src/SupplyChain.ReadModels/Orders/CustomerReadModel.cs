namespace SupplyChain.Orders;

/// <summary>Customers: nothing is read of them but their orders.</summary>
internal sealed class CustomerReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Customer.Kind;
}
