using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Demo;

/// <summary>The way of a transfer's shipment: out of one warehouse, with the carrier, into the other.</summary>
internal sealed class TransferJourney(Seed seed, WarehouseFloor floor, Transport transport)
{
    private const double ShareOfShort = 0.18;
    private const double MostShort = 0.2;

    /// <summary>
    /// When something happens next, and the milestone to report then; none when the goods arrive, which is a receipt.
    /// </summary>
    /// <param name="shipment">The shipment with everything reported so far.</param>
    /// <param name="source">Where it leaves.</param>
    /// <param name="destination">Where it goes.</param>
    /// <param name="from">The present: what happened at an unknown time is counted from here.</param>
    public (DateTimeOffset At, RecordMilestone? Milestone) Next(
        ShipmentDetails shipment, WarehouseSite source, WarehouseSite destination, DateTimeOffset from)
    {
        var reported = shipment.Milestones.ToDictionary(
            milestone => milestone.Id.Value, milestone => milestone.OccurredAt ?? from);
        if (floor.Next(shipment.Id, source, reported, from) is { } inside)
        {
            return (inside.At, inside.Milestone);
        }
        var leg = transport.Route(shipment, source.Place, destination.Place)
            .First(leg => leg.Kind == MilestoneKind.Delivered || !reported.ContainsKey(leg.Id));
        var (way, latest) = (reported[WarehouseFloor.Dispatched] + leg.AfterDispatch, reported.Values.Max());
        var at = LocalTime.In(destination.Place.TimeZone, way > latest ? way : latest.AddMinutes(30));
        return leg.Kind == MilestoneKind.Delivered
            ? (at, null)
            : (at, new(leg.Id, leg.Kind, at, leg.Location, leg.Note));
    }

    /// <summary>What arrives of a shipment: nearly always all of it, sometimes less of its first line.</summary>
    public Items<ReceiveTransferLine> Arriving(ShipmentDetails shipment)
    {
        var chance = seed.For("transfer-unloading", shipment.Id.Value);
        var missing = chance.Happens(ShareOfShort)
            ? Math.Max(1, (long)(shipment.Lines[0].Quantity * chance.Between(0, MostShort)))
            : 0;
        return shipment.Lines
            .Select((line, index) => new ReceiveTransferLine(line.Line, line.Quantity - (index == 0 ? missing : 0)))
            .ToItems();
    }
}
