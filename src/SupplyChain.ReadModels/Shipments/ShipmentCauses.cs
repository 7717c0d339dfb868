using SupplyChain.Operations;

namespace SupplyChain.Shipments;

/// <summary>Which exceptions the state of a shipment is the cause of.</summary>
internal static class ShipmentCauses
{
    /// <summary>Nothing once it has arrived or was cancelled.</summary>
    public static IReadOnlyList<OpenCause> Of(Shipment shipment)
    {
        var causes = new List<OpenCause>();
        if (shipment.IsShort())
        {
            var lost = shipment.Plan!.Lines.Sum(line => line.Quantity) - shipment.Lines().Sum(line => line.Quantity);
            causes.Add(new(
                ExceptionKind.Short, lost, null,
                $"Warehouse {shipment.Plan.Warehouse} no longer has {lost} of its units.",
                About(shipment)));
        }
        if (shipment.IsAtRisk())
        {
            var promise = shipment.Promise()!.Value;
            causes.Add(new(
                ExceptionKind.AtRisk, shipment.Lines().Sum(line => line.Quantity - line.Arrived()), promise,
                $"Promised for {promise:yyyy-MM-dd}, expected later.", About(shipment)));
        }
        return causes;
    }

    /// <summary>A shipment in its warehouse that picking has begun of: closing does not move it any more.</summary>
    public static InWarehouse? Picked(Shipment shipment)
    {
        if (!shipment.IsInWarehouse() || shipment.Status() < ShipmentStatus.Picked)
        {
            return null;
        }
        var since = shipment.Milestones.Values.Select(reported => reported.Milestone)
            .Where(milestone => milestone.Kind.Rank() >= ShipmentStatus.Picked)
            .Min(milestone => milestone.RecordedAt);
        return new(shipment.Plan!.Warehouse, since, new(
            ExceptionKind.WarehouseClosed, shipment.Lines().Sum(line => line.Quantity), null,
            $"Warehouse {shipment.Plan.Warehouse} closed after picking began.", About(shipment)));
    }

    private static CauseFacts About(Shipment shipment) => new()
    {
        Order = shipment.Plan!.Owner.Order?.Value,
        Lines = shipment.Plan.Lines.Select(line => line.Reservation.Line).Distinct().ToItems(),
        Skus = shipment.Plan.Lines.Select(line => line.Sku).Distinct().ToItems(),
        Warehouses = [shipment.Plan.Warehouse],
        Promise = shipment.Promise(),
        Expected = shipment.ExpectedOn(),
    };
}
