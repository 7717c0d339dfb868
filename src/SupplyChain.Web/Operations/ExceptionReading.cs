using System.Text.Json;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Transfers;

namespace SupplyChain.Operations;

/// <summary>Reads what is behind an exception, with the client an ERP system uses.</summary>
public sealed class ExceptionReading(SupplyChainClient chain, OrderReading orders, Names names, TimeProvider time)
{
    private const int MaxMovementsRead = 200;

    /// <summary>The exception with what is behind it.</summary>
    public async Task<ExceptionSeen> ReadAsync(ExceptionEntry entry, CancellationToken cancellationToken)
    {
        var order = entry.Order is { } number ? await orders.ReadAsync(number, null, cancellationToken) : null;
        var stock = entry.Sku is { } sku ? await chain.Inventory.GetStockAsync(sku, cancellationToken) : null;
        var sites = await names.WarehousesAsync(cancellationToken);
        var site = entry.Warehouse is { } warehouse
            ? await chain.Warehouses.GetAsync(warehouse, cancellationToken)
            : null;
        var loss = entry.Kind is ExceptionKind.Short or ExceptionKind.ReservationDropped && order is not null
            ? await LossAsync(order, cancellationToken)
            : null;
        return new(
            entry.Id, order, loss, stock, site,
            sites.Values.ToDictionary(one => one.Id.Value, one => one.Name), time.GetUtcNow(),
            entry.Kind == ExceptionKind.ImportRowRefused ? await ImportAsync(entry, cancellationToken) : null,
            TransferException.Of(entry) is { } transfer
                ? await chain.Transfers.GetAsync(transfer, cancellationToken)
                : null);
    }

    /// <summary>The newest import with the profile: the exception is about its refused rows.</summary>
    private async Task<ImportSummary?> ImportAsync(ExceptionEntry entry, CancellationToken cancellationToken)
    {
        var profile = entry.Entity[(entry.Entity.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var newest = await chain.Imports.ListPageAsync(
            new ImportQuery(Profiles: [profile], DryRun: false), new PageQuery(1), cancellationToken);
        return newest.Items is [var import, ..] ? import : null;
    }

    /// <summary>The adjustment behind the newest loss the order heard of.</summary>
    private async Task<StockLoss?> LossAsync(OrderSeen order, CancellationToken cancellationToken)
    {
        var lost = order.History.FirstOrDefault(entry => entry.Type == "order.reservations-lost");
        if (lost is null || Item(lost) is not var (sku, warehouse))
            return null;
        var ledger = await chain.Inventory.LedgerPageAsync(
            new(sku, warehouse), new PageQuery(MaxMovementsRead), cancellationToken);
        var movement = ledger?.Items.FirstOrDefault(entry =>
            entry is { Type: "stock.adjusted", Quantity: < 0 } && entry.RecordedAt <= lost.RecordedAt);
        if (movement is null)
            return null;
        var adjustment = movement.Cause is { } cause && Identifier.IsValid(cause)
            ? await chain.Inventory.GetAdjustmentAsync(cause, cancellationToken)
            : null;
        return new(sku, warehouse, movement, adjustment?.Reason);
    }

    private static (Sku Sku, WarehouseId Warehouse)? Item(HistoryEntry lost)
    {
        using var data = JsonDocument.Parse(lost.Data);
        return data.RootElement.TryGetProperty("stockItem", out var item) && item.ValueKind == JsonValueKind.Object
            && item.GetProperty("sku").GetString() is { } sku
            && item.GetProperty("warehouse").GetString() is { } warehouse
                ? (new(sku), new(warehouse))
                : null;
    }
}
