using System.Security.Cryptography;
using System.Text;
using SupplyChain.Network;
using SupplyChain.Shipments;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>Releasing allocated goods into shipments, and hearing what became of them.</summary>
public sealed partial record Order
{
    /// <summary>Makes shipments of what is allocated. What is released already stays; the rest keeps waiting.</summary>
    public static Decision<OrderEvent> Decide(Order order, ReleaseOrder command, DateTimeOffset now)
    {
        if (order.Rejection is not null || order.Status is OrderStatus.Cancelled)
        {
            return new Refused(Refusal.OrderClosed, "The order was rejected or cancelled.");
        }
        var free = order.Allocations.Where(a => a is { State: AllocationState.Held, Shipment: null }).ToItems();
        if (command.Shipments is { } wanted)
        {
            return order.ReleaseAsWanted(wanted, free, command.OccurredAt.Resolve(now));
        }
        if (free.Count == 0)
        {
            return order.Shipments.Values.Any(s => s.State != OrderShipmentState.Cancelled)
                ? []
                : new Refused(Refusal.NothingAllocated, "Nothing of the order is allocated.");
        }
        var number = order.Shipments.Count;
        return
        [
            new Released(
                free.GroupBy(a => a.Warehouse).OrderBy(group => group.Key).Select(group => new ReleasedShipment(
                    order.FreeNumber(ref number), group.Key, group.Select(a => a.Key).ToItems(),
                    null, null, null, null, null)).ToItems(),
                command.OccurredAt.Resolve(now)),
        ];
    }

    /// <summary>The plan a shipment of this order is made with.</summary>
    public PlanShipment PlanOf(OrderShipment shipment, GeoPoint? warehouse)
    {
        var ours = ShipTo!.Point();
        var keys = shipment.Plan.Reservations.ToHashSet();
        return new(
            Number, shipment.Plan.Warehouse,
            Allocations.Where(a => keys.Contains(a.Key)).Select(a => new PlanShipmentLine(
                a.Key, a.Sku, a.Quantity, Scheduled(Lines[a.Line]))).ToItems(),
            shipment.Plan.Mode, shipment.Plan.Carrier, shipment.Plan.TrackingNumber, shipment.Plan.WeightKg,
            shipment.Plan.Freight,
            ours is { } to && warehouse is { } from ? GreatCircle.DistanceKm(from, to) : null,
            ShipTo.Country,
            shipment.OccurredAt is { } at ? OccurredAt.At(at) : OccurredAt.Unknown);
    }

    /// <summary>Shipments exist, or their numbers turned out to be taken.</summary>
    public static Decision<OrderEvent> DecidePlanned(Order order, Items<ShipmentId> planned, Items<ShipmentId> refused) =>
        [new ShipmentsPlanned(planned, refused)];

    /// <summary>What a shipment says of itself; what is known already changes nothing.</summary>
    public static Decision<OrderEvent> Decide(Order order, ShipmentId id, ShipmentProgress progress)
    {
        if (!order.Shipments.TryGetValue(id.Value, out var known))
        {
            return [];
        }
        var events = new List<OrderEvent>();
        if (progress.Status == ShipmentStatus.Cancelled && known.State != OrderShipmentState.Cancelled)
        {
            events.Add(new ShipmentCancelled(id));
        }
        if (progress.GoodsIssued && known.State != OrderShipmentState.Shipped)
        {
            events.Add(new Shipped(id, progress.DispatchedAt, progress.Issued));
        }
        var delivered = progress.Status == ShipmentStatus.Delivered && progress.GoodsIssued;
        if (delivered && (known.Outcome != progress.Lines || known.DeliveredAt != progress.DeliveredAt))
        {
            events.Add(new Delivered(id, progress.DeliveredAt, progress.Lines));
        }
        return Decision.Record<OrderEvent>([.. events]);
    }

    private Decision<OrderEvent> ReleaseAsWanted(
        Items<ReleaseShipment> wanted, Items<Allocation> free, DateTimeOffset? at)
    {
        var released = new List<ReleasedShipment>();
        for (var i = 0; i < wanted.Count; i++)
        {
            var shipment = wanted[i];
            if (Shipments.TryGetValue(shipment.Id.Value, out var known))
            {
                if (!SameLines(known, shipment))
                {
                    return new Refused(Refusal.ShipmentInUse, $"Shipment {shipment.Id} has other lines.");
                }
                continue;
            }
            var lines = shipment.Lines.ToHashSet();
            var goods = free.Where(a => lines.Contains(a.Line)).ToItems();
            if (shipment.Lines.FirstOrDefault(line => !Lines.ContainsKey(line)) is > 0 and var unknown)
            {
                return new Fault($"/shipments/{i}/lines", FaultCodes.UnknownLine, $"The order has no line {unknown}.");
            }
            if (goods.Select(a => a.Warehouse).Distinct().Count() > 1)
            {
                return new Fault(
                    $"/shipments/{i}/lines", FaultCodes.Invalid, "The lines are allocated in several warehouses.");
            }
            if (goods.Count == 0)
            {
                return new Refused(
                    Refusal.NothingAllocated, $"Nothing of the lines of shipment {shipment.Id} is allocated.");
            }
            released.Add(new(
                shipment.Id, goods[0].Warehouse, goods.Select(a => a.Key).ToItems(), shipment.Mode, shipment.Carrier,
                shipment.TrackingNumber, shipment.WeightKg, shipment.Freight));
            free = free.Where(a => !lines.Contains(a.Line)).ToItems();
        }
        return released.Count == 0 ? [] : [new Released(released.ToItems(), at)];
    }

    private static bool SameLines(OrderShipment known, ReleaseShipment wanted) =>
        known.Plan.Reservations.Select(key => key.Line).ToHashSet().SetEquals(wanted.Lines);

    /// <summary>Our own number for a shipment: the order's, a tilde and a count; shortened with a hash when too
    /// long.</summary>
    private ShipmentId FreeNumber(ref int count)
    {
        ShipmentId id;
        do
        {
            var text = $"{Number}~{++count}";
            id = text.Length <= Identifier.MaxLength
                ? text
                : $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Number.Value)))[..32]}~{count}";
        }
        while (Shipments.ContainsKey(id.Value));
        return id;
    }
}
