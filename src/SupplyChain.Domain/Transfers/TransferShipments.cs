using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;
using static SupplyChain.Transfers.TransferEvent;

namespace SupplyChain.Transfers;

/// <summary>What a transfer says to its shipments, and what it hears of them.</summary>
public sealed partial record Transfer
{
    /// <summary>Shipments that have to be made.</summary>
    public IEnumerable<TransferShipment> ShipmentsToPlan() =>
        Shipments.Values.Where(shipment => shipment.State == TransferShipmentState.Planning);

    /// <summary>Shipments that do not know that units of theirs are gone.</summary>
    public IEnumerable<TransferShipment> ShipmentsToTell() => Shipments.Values
        .Where(shipment => shipment is { State: TransferShipmentState.Planned, Lost.Count: > 0 });

    /// <summary>Shipments that lost every unit.</summary>
    public IEnumerable<TransferShipment> ShipmentsToWithdraw() => Shipments.Values.Where(shipment =>
        shipment.State == TransferShipmentState.Planned
        && !Reservations.Any(units => units.Shipment == shipment.Plan.Shipment));

    /// <summary>Shipments that have arrived, since nothing of the transfer is in transit, and do not know it.</summary>
    public IEnumerable<ShipmentId> ShipmentsToReportArrivalOf() =>
        Receipts.Count == 0 || Lines.Values.Any(line => InTransitOf(line) > 0)
            ? []
            : Shipments.Values
                .Where(shipment => shipment is { State: TransferShipmentState.Left, ArrivalReported: false })
                .Select(shipment => shipment.Plan.Shipment);

    /// <summary>The plan a shipment is made with.</summary>
    public PlanShipment PlanOf(TransferShipment shipment, WarehouseDetails? from, WarehouseDetails? to) => new(
        Owner, Document!.From,
        Reservations.Where(units => units.Shipment == shipment.Plan.Shipment)
            .Select(units => new PlanShipmentLine(units.Key, units.Sku, units.Quantity, Document.RequestedBy))
            .ToItems(),
        shipment.Plan.Mode, shipment.Plan.Carrier, shipment.Plan.TrackingNumber, WeightKg: null, Freight: null,
        Point(from) is { } start && Point(to) is { } end ? GreatCircle.DistanceKm(start, end) : null,
        to?.Country ?? "",
        shipment.Plan.OccurredAt is { } at ? OccurredAt.At(at) : OccurredAt.Unknown);

    /// <summary>A shipment exists, or its number turned out to be taken.</summary>
    public static Decision<TransferEvent> DecidePlanned(Transfer transfer, ShipmentId id, bool made) =>
        made ? [new ShipmentPlanned(id)] : [new ShipmentRenumbered(id, transfer.FreeNumber())];

    /// <summary>A shipment knows which of its units are gone.</summary>
    public static Decision<TransferEvent> DecideTold(Transfer transfer, ShipmentId id) => [new ShipmentTold(id)];

    /// <summary>Shipments know that they have arrived.</summary>
    public static Decision<TransferEvent> DecideArrivalReported(Transfer transfer, Items<ShipmentId> told) =>
        [new ArrivalReported(told)];

    /// <summary>What a shipment says of itself; what is known already, or older, changes nothing.</summary>
    public static Decision<TransferEvent> Decide(Transfer transfer, ShipmentId id, ShipmentProgress progress)
    {
        if (!transfer.Shipments.TryGetValue(id.Value, out var known) || progress.Returns < known.Reversals)
        {
            return [];
        }
        var events = new List<TransferEvent>();
        if (progress.Status == ShipmentStatus.Cancelled && known.State != TransferShipmentState.Cancelled)
        {
            events.Add(new ShipmentCancelled(id));
        }
        var returned = progress.Returns > known.Reversals;
        if (returned)
        {
            events.Add(new ShipmentReturned(id, progress.Returns));
        }
        if (progress.GoodsIssued && (returned || known.State != TransferShipmentState.Left))
        {
            events.Add(new Shipped(id, progress.DispatchedAt, progress.Issued.Select(IssuedUnits.Of).ToItems()));
        }
        return Decision.Record<TransferEvent>([.. events]);
    }

    /// <summary>A receipt is on hand at the destination.</summary>
    public static Decision<TransferEvent> DecidePutAway(Transfer transfer, ReceiptId receipt) =>
        [new TransferEvent.PutAway(receipt)];

    private static GeoPoint? Point(WarehouseDetails? warehouse) =>
        warehouse is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null;
}
