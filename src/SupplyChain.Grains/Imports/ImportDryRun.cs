using SupplyChain.Orders;

namespace SupplyChain.Imports;

/// <summary>
/// A dry run: reads the orders that exist and writes nothing. An order that does not exist would be imported. One that
/// exists is compared as it is now, so an order that was amended since its import shows as a conflict here, where the
/// import itself, which knows the original body, would find nothing to do.
/// </summary>
internal sealed class ImportDryRun(ImportCalls calls, ImportProgress progress, int ordersInFlight)
{
    public Task RunAsync(ImportPlan plan, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        plan.Orders,
        new ParallelOptions { MaxDegreeOfParallelism = ordersInFlight, CancellationToken = cancellationToken },
        Compare);

    private async ValueTask Compare(ImportOrder order, CancellationToken cancellationToken)
    {
        var rows = new OrderOutcome(order, progress);
        var known = await calls.Call((IOrderGrain actor) => actor.Get(), order.Number.Value, cancellationToken);
        if (known is null)
            rows.Changed(_ => true);
        else if (!IsSame(order.Place(), known))
            rows.Refuse(_ => true, Refusal.Conflict.Code(), "The order exists with another body.");
        else
            rows.Changed(row => !IsDone(row, known));
        rows.Count();
    }

    private static bool IsSame(PlaceOrder place, OrderDetails known) =>
        place.Customer == known.Customer
        && place.ShipTo.Country == known.ShipTo.Country
        && place.OccurredAt.Resolve(known.PlacedAt ?? default) == known.PlacedAt
        && place.Lines.Count == known.Lines.Count
        && place.Lines.All(line => known.Lines.Any(other => IsSame(line, other)));

    private static bool IsSame(PlaceOrderLine line, OrderLineDetails known) =>
        line.Line == known.Line
        && line.Sku == known.Sku
        && line.Quantity == known.Quantity
        && line.Warehouse == known.Warehouse
        && line.Value == known.Value
        && (line.RequestedBy is null || line.RequestedBy == known.Scheduled);

    private static bool IsDone(ImportRow row, OrderDetails known) =>
        (row.Shipment is not { } shipment || known.Shipments.Contains(shipment))
        && (row.Delivered is null || known.Lines.Any(line => line.Line == row.Line && line.Delivered > 0));
}
