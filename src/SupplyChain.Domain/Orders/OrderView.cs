using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>An order as clients see it.</summary>
public sealed partial record Order
{
    /// <summary>The first status that fits.</summary>
    public OrderStatus Status
    {
        get
        {
            var ordered = 0L;
            foreach (var line in Lines.Values.AsSpan())
            {
                ordered += line.Quantity - line.Cancelled;
            }
            if (Rejection is not null)
            {
                return OrderStatus.Rejected;
            }
            if (ordered == 0)
            {
                return OrderStatus.Cancelled;
            }
            var shipped = Units(AllocationState.Shipped);
            if (shipped == ordered)
            {
                return Lines.Keys.Sum(DeliveredUnits) == ordered ? OrderStatus.Delivered : OrderStatus.Shipped;
            }
            if (shipped > 0)
            {
                return OrderStatus.PartiallyShipped;
            }
            if (Shipments.Values.Any(shipment => shipment.Undispatched))
            {
                return OrderStatus.Released;
            }
            if (!FirstDecided || Lines.Any(line => line.Undecided > 0))
            {
                return OrderStatus.Placed;
            }
            var held = Units(AllocationState.Held);
            return held == ordered ? OrderStatus.Allocated
                : held > 0 ? OrderStatus.PartiallyAllocated
                : Lines.Any(line => line.Backordered > 0) ? OrderStatus.Backordered
                : OrderStatus.Placed;
        }
    }

    /// <summary>The latest of its lines' first promises; null when none was made.</summary>
    public DateOnly? FirstPromise
    {
        get
        {
            DateOnly? latest = null;
            foreach (var line in Lines.Values.AsSpan())
            {
                latest = line.FirstPromise > latest || latest is null ? line.FirstPromise ?? latest : latest;
            }
            return latest;
        }
    }

    /// <summary>Units of a line whose journey has ended, well or not.</summary>
    public long DeliveredUnits(int line) => Shipments.IsEmpty ? 0 : Math.Min(
        Outcomes(line).Sum(outcome => outcome.Arrived()), ShippedUnits(line));

    /// <summary>Units of a line that arrived damaged or were refused.</summary>
    public long SpoiltUnits(int line) => Outcomes(line).Sum(outcome => outcome.Damaged + outcome.Refused);

    /// <summary>When the last needed delivery of a line happened; null while units are missing, or when none
    /// knows.</summary>
    public DateTimeOffset? LineDeliveredAt(int line) =>
        Lines[line].Quantity > Lines[line].Cancelled
            && DeliveredUnits(line) == Lines[line].Quantity - Lines[line].Cancelled
            ? Deliveries(line).Max(shipment => shipment.ArrivedAt(line))
            : null;

    /// <summary>The order as clients see it. <paramref name="shipTo"/> has the personal fields opened, or
    /// none.</summary>
    public OrderDetails Details(ShipTo shipTo) => new(
        Number, Status, Version, Customer, Priority, PlacedAt, RequestedBy, shipTo, Policy.ToContract(),
        Lines.Values.Select(Details).ToItems(),
        Allocations.Where(a => a.State != AllocationState.Proposed).Select(Details).ToItems(),
        Shipments.Values.Where(s => s.State != OrderShipmentState.Cancelled).Select(s => s.Plan.Id).ToItems(),
        FirstPromise,
        Rejection is { } rejected ? new(rejected.Code, rejected.Message, rejected.Lines) : null);

    private long ShippedUnits(int line) => UnitsOf(line, AllocationState.Shipped);

    private OrderLineDetails Details(OrderLine line) => new(
        line.Line, line.Sku, line.Quantity,
        UnitsOf(line.Line, AllocationState.Held),
        line.Backordered, ShippedUnits(line.Line), DeliveredUnits(line.Line), line.Cancelled,
        Scheduled(line), line.FirstPromise, line.Pinned, line.Value, line.RequestedBy, line.ClosedShort);

    private static AllocationDetails Details(Allocation allocation) => new(
        allocation.Line, allocation.Sku, allocation.Warehouse, allocation.Quantity,
        allocation.State == AllocationState.Shipped ? AllocationStatus.Shipped : AllocationStatus.Reserved,
        allocation.Shipment, allocation.Why.ToContract());

    private IEnumerable<OrderShipment> Deliveries(int line) =>
        Shipments.Values.Where(shipment => shipment.Outcome.Any(outcome => outcome.Line == line));

    private IEnumerable<CarriedLine> Outcomes(int line) =>
        Shipments.Values.SelectMany(shipment => shipment.Outcome.Where(outcome => outcome.Line == line));
}
