using FluentAssertions;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;
using SupplyChain.Views;

namespace SupplyChain;

/// <summary>A tenant of its own, with short words for what tests do.</summary>
public sealed class World(IGrainFactory grains, TenantId tenant)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private int _count;

    public TenantId Tenant => tenant;

    public IGrainFactory Grains => grains;

    public IOrderGrain Order(OrderId id) => grains.GetGrain<IOrderGrain>(GrainKey.Of(tenant, id));

    public ITransferGrain Transfer(TransferId id) => grains.GetGrain<ITransferGrain>(GrainKey.Of(tenant, id));

    public IShipmentGrain Shipment(ShipmentId id) => grains.GetGrain<IShipmentGrain>(GrainKey.Of(tenant, id));

    public IWarehouseGrain Warehouse(WarehouseId id) => grains.GetGrain<IWarehouseGrain>(GrainKey.Of(tenant, id));

    public IImportGrain Import(ImportId id) => grains.GetGrain<IImportGrain>(GrainKey.Of(tenant, id));

    public ISupplyActor Supply(Sku sku) => grains.GetGrain<ISupplyActor>(GrainKey.Of(tenant, sku));

    /// <summary>What other actors say to an actor of this world.</summary>
    public T Actor<T>(string id) where T : IGrainWithStringKey => grains.GetGrain<T>(GrainKey.Of(tenant, id));

    public IViewsGrain Views(string list) => grains.GetGrain<IViewsGrain>(GrainKey.Of(tenant, list));

    public IVerificationGrain Verification() => grains.GetGrain<IVerificationGrain>(tenant.Value);

    public IOperationsGrain Operations() => grains.GetGrain<IOperationsGrain>(tenant.Value);

    public async Task<StockLevel> Stock(Sku sku, WarehouseId warehouse) =>
        await grains.GetGrain<IStockGrain>(GrainKey.Of(tenant, new StockItemId(sku, warehouse))).Get();

    public async Task Warehouses(params WarehouseId[] ids)
    {
        foreach (var id in ids)
        {
            (await Warehouse(id).Put(new($"Warehouse {id}", 50, 8 + _count++))).Accepted.Should().BeTrue();
        }
    }

    public async Task Product(Sku sku) =>
        (await grains.GetGrain<IProductGrain>(GrainKey.Of(tenant, sku)).Put(new($"Product {sku}"))).Accepted
            .Should().BeTrue();

    public async Task Receive(WarehouseId warehouse, Sku sku, long quantity, ReceiptId? id = null)
    {
        var receipt = grains.GetGrain<IReceiptGrain>(GrainKey.Of(tenant, id ?? $"R{_count++}"));
        (await receipt.Record(new(warehouse, [new(sku, quantity)]))).Accepted.Should().BeTrue();
    }

    public async Task<AdjustmentReply> Adjust(WarehouseId warehouse, Sku sku, long delta, AdjustmentId? id = null) =>
        await grains.GetGrain<IAdjustmentGrain>(GrainKey.Of(tenant, id ?? $"A{_count++}"))
            .Record(new(warehouse, sku, delta, "test"));

    /// <summary>A world with one warehouse and one product with stock.</summary>
    public async Task<World> With(WarehouseId warehouse, Sku sku, long quantity)
    {
        await Warehouses(warehouse);
        await Product(sku);
        if (quantity > 0)
        {
            await Receive(warehouse, sku, quantity);
        }
        return this;
    }

    public Task<OrderReply> Place(
        OrderId id, Sku sku, long quantity, int priority = 3, OrderPolicy? policy = null, WarehouseId? pinned = null) =>
        Place(id, [new(1, sku, quantity, pinned)], priority, policy);

    public Task<OrderReply> Place(
        OrderId id, Items<PlaceOrderLine> lines, int priority = 3, OrderPolicy? policy = null) =>
        Order(id).Place(new("C1", new("DE"), lines, priority, Policy: policy));

    /// <summary>The order once it fits, within a deadline: news travels a moment.</summary>
    public Task<OrderDetails> Eventually(OrderId id, Func<OrderDetails, bool> fits) =>
        Eventually("order", async () => (await Order(id).Get())!, fits);

    /// <summary>The transfer once it fits, within a deadline: news travels a moment.</summary>
    public Task<TransferDetails> EventuallyTransfer(TransferId id, Func<TransferDetails, bool> fits) =>
        Eventually("transfer", async () => (await Transfer(id).Get())!, fits);

    private static async Task<T> Eventually<T>(string what, Func<Task<T>> read, Func<T, bool> fits)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var now = await read();
            if (fits(now) || deadline.IsCancellationRequested)
            {
                fits(now).Should().BeTrue($"the {what} should get there, but is {now}");
                return now;
            }
            await Task.Delay(20);
        }
    }
}
