namespace SupplyChain.Network;

/// <summary>Warehouses: they live in their own region, and what can move leaves one that closes.</summary>
internal sealed class WarehouseAggregate(WarehouseClearing clearing) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Warehouse.Kind;

    /// <inheritdoc/>
    public Task HandOverAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        clearing.ClearAsync(tenant, id, cancellationToken);

    /// <inheritdoc/>
    public WarehouseId? HomeOf(string id) => id;
}
