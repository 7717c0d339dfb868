using SupplyChain.Operations;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

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
                $"Warehouse {shipment.Plan.Warehouse} no longer has {lost} of its units."));
        }
        if (shipment.WarehouseClosed && shipment.IsInWarehouse())
        {
            causes.Add(new(
                ExceptionKind.WarehouseClosed, shipment.Lines().Sum(line => line.Quantity), null,
                $"Warehouse {shipment.Plan!.Warehouse} closed after picking began."));
        }
        if (shipment.IsAtRisk())
        {
            var promise = shipment.Promise()!.Value;
            causes.Add(new(
                ExceptionKind.AtRisk, shipment.Lines().Sum(line => line.Quantity), promise,
                $"Promised for {promise:yyyy-MM-dd}, expected later."));
        }
        return causes;
    }
}
