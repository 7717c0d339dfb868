using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Bench;

/// <summary>
/// The mix of Online Marketplace (arXiv 2403.12605): of a hundred operations 30 are checkouts of one to ten items, 60
/// news of deliveries, 5 looks at a dashboard, 5 changes of a product. While nothing is under way there is no news, and
/// the client checks out instead.
/// </summary>
internal sealed class MarketplaceWork(
    SupplyChainClient client, OrderMaker maker, OrderLoad load, int seed) : IClientWork
{
    private const int Percent = 100;
    private const int MaxItems = 10;
    private const int PageSize = 20;
    private const double MaxWeightKg = 20;

    private readonly Random _random = new(seed);
    private readonly Queue<(ShipmentId Shipment, MilestoneKind Next)> _underWay = [];

    /// <inheritdoc/>
    public Task<Outcome> DoAsync() => _random.Next(Percent) switch
    {
        < 60 when _underWay.Count > 0 => Outcome.OfAsync(Operation.Delivery, DeliverAsync),
        < 90 => Outcome.OfAsync(Operation.Checkout, CheckOutAsync),
        < 95 => Outcome.OfAsync(Operation.Dashboard, LookAsync),
        _ => Outcome.OfAsync(Operation.Product, ChangeAsync),
    };

    private async Task<string?> CheckOutAsync()
    {
        var (number, order) = maker.Next(Math.Min(load.Skus, _random.Next(1, MaxItems + 1)));
        if (Outcome.Refusal(await client.Orders.PlaceAsync(number, order)) is { } notPlaced)
            return notPlaced;
        var released = await client.Orders.ReleaseAsync(number, new());
        foreach (var shipment in released.Value?.Shipments ?? [])
            _underWay.Enqueue((shipment, MilestoneKind.Dispatched));
        return Outcome.Refusal(released);
    }

    private async Task<string?> DeliverAsync()
    {
        var (shipment, milestone) = _underWay.Dequeue();
        var told = await client.Shipments.RecordAsync(shipment, new($"{milestone}", milestone));
        if (milestone == MilestoneKind.Dispatched && told.Accepted)
            _underWay.Enqueue((shipment, MilestoneKind.Delivered));
        return Outcome.Refusal(told);
    }

    /// <summary>By turns what a warehouse has open, and how well was delivered.</summary>
    private async Task<string?> LookAsync()
    {
        if (_random.Next(2) == 0)
        {
            _ = await client.Operations.KpisAsync(new(null, null, null));
            return null;
        }
        var warehouse = load.Warehouse(_random.Next(load.Warehouses));
        _ = await client.Orders.ListPageAsync(
            new(Status: OrderStatus.Released, Warehouse: warehouse), new(Limit: PageSize));
        return null;
    }

    private async Task<string?> ChangeAsync() => Outcome.Refusal(await client.Inventory.PutProductAsync(
        load.Sku(_random.Next(load.Skus)), new("Product", UnitWeightKg: _random.NextDouble() * MaxWeightKg)));
}
