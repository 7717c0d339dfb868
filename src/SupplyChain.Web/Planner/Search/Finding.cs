using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Planner.Search;

/// <summary>Finds what a planner means by a few letters, with the client an ERP system uses.</summary>
public sealed class Finding(SupplyChainClient chain, Names names)
{
    private const int OfOneKind = 5;
    private const int MinSearchLength = 2;
    private static readonly TimeSpan SearchTimeout = TimeSpan.FromSeconds(8);

    /// <summary>Orders, and unless only these are asked for shipments, transfers, products and warehouses.</summary>
    public async Task<IReadOnlyList<Found>> FindAsync(
        string text, bool onlyOrders, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.Length < MinSearchLength)
            return [];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(SearchTimeout);
        var stopping = patience.Token;
        var sites = await names.WarehousesAsync(stopping);
        var product = onlyOrders ? Task.FromResult<Found?>(null) : ProductAsync(text, stopping);
        var transfers = onlyOrders ? Task.FromResult<Found[]>([]) : TransfersAsync(text, sites, stopping);
        var orders = await OrdersAsync(text, stopping);
        var shipments = onlyOrders ? [] : await ShipmentsAsync(text, orders, sites, stopping);
        Found?[] all =
        [
            .. orders.Select(Of),
            .. shipments,
            .. await transfers,
            await product,
            .. onlyOrders ? [] : sites.Values.Select(Of),
        ];
        return [.. all.OfType<Found>().DistinctBy(found => found.Href).Best(text)];
    }

    private static Found Of(OrderSummary order)
    {
        var look = OrderLooks.Of(order.Status);
        var waits = order.BackorderedUnits > 0
            ? $", {Words.Count(order.BackorderedUnits, "unit waits", "units wait")}"
            : "";
        return new(Found.GoTo, order.Number.Value, $"{order.Customer}, {look.Word.ToLowerInvariant()}{waits}", look,
            $"/orders/{Uri.EscapeDataString(order.Number.Value)}");
    }

    private static Found? Of(WarehouseDetails site) => Places.Has("/warehouses")
        ? new(Found.GoTo, site.Name, $"{site.Id}, {site.Status.ToString().ToLowerInvariant()}",
            new("", "i-house", "idle"), $"/warehouses/{Uri.EscapeDataString(site.Id.Value)}")
        : null;

    /// <summary>The rarest word is the longest; the others are looked for in what it finds.</summary>
    private static string Rarest(string text) => Ranking.Words(text).MaxBy(one => one.Length)!.Split('~')[0];

    private async Task<IReadOnlyList<OrderSummary>> OrdersAsync(string text, CancellationToken stopping)
    {
        var listed = chain.Orders.ListPageAsync(new OrderQuery(Text: Rarest(text)), new PageQuery(OfOneKind), stopping);
        var exact = Identifier.IsValid(text) ? await chain.Orders.GetAsync(text, stopping) : null;
        var found = (await listed).Items;
        return exact is null || found.Any(order => order.Number == exact.Number)
            ? found
            : [Summary(exact), .. found];
    }

    private static OrderSummary Summary(OrderDetails order) => new(
        order.Number, order.Status, order.Customer, order.Priority, order.RequestedBy, order.PlacedAt,
        order.Lines.Sum(line => line.Quantity), order.Lines.Sum(line => line.Backordered), [], order.Version);

    private async Task<IEnumerable<Found>> ShipmentsAsync(
        string text, IReadOnlyList<OrderSummary> orders, IReadOnlyDictionary<WarehouseId, WarehouseDetails> sites,
        CancellationToken stopping)
    {
        if (!Places.Has("/shipments") || orders.Count == 0)
            return [];
        var page = await chain.Shipments.ListPageAsync(
            new ShipmentQuery(Orders: orders.Select(order => order.Number).ToItems()),
            new PageQuery(text.Contains('~', StringComparison.Ordinal) ? OfOneKind * OfOneKind : OfOneKind), stopping);
        return page.Items.Select(shipment =>
        {
            var look = ShipmentLooks.Of(shipment.Status);
            var from = sites.TryGetValue(shipment.Warehouse, out var site) ? site.Name : shipment.Warehouse.Value;
            return new Found(Found.GoTo, shipment.Id.Value, $"from {from}, {look.Word.ToLowerInvariant()}", look,
                $"/shipments/{Uri.EscapeDataString(shipment.Id.Value)}");
        });
    }

    private async Task<Found[]> TransfersAsync(
        string text, IReadOnlyDictionary<WarehouseId, WarehouseDetails> sites, CancellationToken stopping)
    {
        var page = await chain.Transfers.ListPageAsync(
            new TransferQuery(Text: Rarest(text)), new PageQuery(OfOneKind), stopping);
        return
        [
            .. page.Items.Select(transfer =>
            {
                var look = TransferLooks.Of(transfer.Status);
                return new Found(
                    Found.GoTo, transfer.Id.Value,
                    $"{Site(transfer.From)} → {Site(transfer.To)}, {look.Word.ToLowerInvariant()}", look,
                    $"/transfers/{Uri.EscapeDataString(transfer.Id.Value)}");
            }),
        ];

        string Site(WarehouseId id) => sites.TryGetValue(id, out var site) ? site.Name : id.Value;
    }

    private async Task<Found?> ProductAsync(string text, CancellationToken stopping)
    {
        if (!Places.Has("/inventory") || !Identifier.IsValid(text))
            return null;
        return await names.ProductAsync(text, stopping) is { } description
            ? new(Found.GoTo, text, description, new("", "i-box", "idle"), $"/inventory/{Uri.EscapeDataString(text)}")
            : null;
    }
}
