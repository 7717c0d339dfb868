using System.Security.Cryptography;
using System.Text;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>Releasing allocated goods into shipments, and telling these what the order changes.</summary>
public sealed partial record Order
{
    /// <summary>Makes shipments of what is allocated. What is released already stays; the rest keeps waiting.</summary>
    public static Decision<OrderEvent> Decide(Order order, ReleaseOrder command, DateTimeOffset now)
    {
        if (!order.IsOpen)
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
        var released = free.GroupBy(a => a.Warehouse).OrderBy(group => group.Key).Select(group => new ReleasedShipment(
            order.FreeNumber(ref number), group.Key, group.Select(a => a.Key).ToItems(),
            null, null, null, null, null)).ToItems();
        return order.Release(released, command.OccurredAt.Resolve(now));
    }

    /// <summary>Units that a release would put into shipments now; 0 when it would be refused.</summary>
    public long ReadyUnits
    {
        get
        {
            var free = 0L;
            foreach (var allocation in Allocations.AsSpan())
            {
                free += allocation is { State: AllocationState.Held, Shipment: null } ? allocation.Quantity : 0;
            }
            var mayShipAnything = Policy is { ShipComplete: false, MaxShipments: null } && IsOpen;
            return free > 0 && (mayShipAnything || Decide(this, new ReleaseOrder(), RecordedAt).Accepted) ? free : 0;
        }
    }

    private bool IsOpen => Rejection is null && Status is not OrderStatus.Cancelled;

    private Decision<OrderEvent> Release(Items<ReleasedShipment> shipments, DateTimeOffset? at) =>
        shipments.Count == 0 ? []
        : RefuseToRelease(shipments) is { } no ? no
        : [new Released(shipments, at)];

    /// <summary>The plan a shipment of this order is made with.</summary>
    public PlanShipment PlanOf(OrderShipment shipment, GeoPoint? warehouse)
    {
        var keys = shipment.Plan.Reservations.ToHashSet();
        return new(
            Number, shipment.Plan.Warehouse,
            Allocations.Where(a => keys.Contains(a.Key)).Select(a => new PlanShipmentLine(
                a.Key, a.Sku, a.Quantity, Scheduled(Lines[a.Line]))).ToItems(),
            shipment.Plan.Mode, shipment.Plan.Carrier, shipment.Plan.TrackingNumber, shipment.Plan.WeightKg,
            shipment.Plan.Freight,
            DistanceKm(warehouse), ShipTo!.Country,
            shipment.ReleasedAt is { } at ? OccurredAt.At(at) : OccurredAt.Unknown);
    }

    /// <summary>Shipments exist, or their numbers turned out to be taken.</summary>
    public static Decision<OrderEvent> DecidePlanned(
        Order order, Items<ShipmentId> planned, Items<ShipmentId> refused) =>
        [new ShipmentsPlanned(planned, refused)];

    /// <summary>What a shipment takes from the order as it is now, beside the goods.</summary>
    private ShipmentTerms TermsOf(OrderShipment shipment) => new(
        shipment.Plan.Reservations.Select(key => key.Line).Distinct().Order()
            .Select(line => new LineSchedule(line, Scheduled(Lines[line]))).ToItems(),
        ShipTo!.Country, ShipTo.Latitude, ShipTo.Longitude);

    /// <summary>Shipments in a warehouse that were made for other dates, or for another place.</summary>
    public IEnumerable<OrderShipment> ShipmentsToRevise() => Shipments.Values.Where(shipment =>
        shipment.State == OrderShipmentState.Planned && shipment.Terms != TermsOf(shipment));

    /// <summary>What a shipment is told of the order's changes.</summary>
    public ReviseShipment RevisionOf(OrderShipment shipment, GeoPoint? warehouse) =>
        new(
        Version, TermsOf(shipment).Lines.Select(line => line.ToContract()).ToItems(), DistanceKm(warehouse),
        ShipTo!.Country);

    /// <summary>Shipments were told.</summary>
    public static Decision<OrderEvent> DecideRevised(Order order, Items<ShipmentId> told) =>
        [new ShipmentsRevised(told)];

    private double? DistanceKm(GeoPoint? warehouse) =>
        ShipTo!.Point() is { } to && warehouse is { } from ? GreatCircle.DistanceKm(from, to) : null;

    private Decision<OrderEvent> ReleaseAsWanted(
        Items<ReleaseShipment> wanted, Items<Allocation> free, DateTimeOffset? at)
    {
        var released = new List<ReleasedShipment>();
        for (var i = 0; i < wanted.Count; i++)
        {
            var shipment = wanted[i];
            if (Shipments.TryGetValue(shipment.Id.Value, out var known))
            {
                if (!known.IsLive)
                {
                    return new Refused(
                        Refusal.ShipmentCancelled, $"Shipment {shipment.Id} was cancelled; its number is used up.");
                }
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
        return Release(released.ToItems(), at);
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
