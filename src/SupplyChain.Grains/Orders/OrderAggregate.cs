namespace SupplyChain.Orders;

/// <summary>Orders: they go on by themselves until nothing is left to do.</summary>
internal sealed class OrderAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Order.Kind;

    /// <inheritdoc/>
    public Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        grains.GetGrain<IOrderActor>(GrainKey.Of(tenant, id)).Resume();
}
