namespace SupplyChain.Shipments;

/// <summary>
/// What other actors say to a shipment: <c>tenant/shipment</c>. Clients use <see cref="IShipmentGrain"/>.
/// </summary>
[GrainInterfaceType("shipment-actor"), Alias("shipment-actor")]
public interface IShipmentActor : IGrainWithStringKey
{
    /// <summary>Makes it; the same plan again changes nothing, another one is refused (<see
    /// cref="Refusal.ShipmentInUse"/>).</summary>
    [Alias("plan")] Task<ShipmentReply> Plan(PlanShipment command);

    /// <summary>Its owner has changed.</summary>
    [Alias("revise")] Task<ShipmentReply> Revise(ReviseShipment command);

    /// <summary>Raises a warning about it.</summary>
    [Alias("flag")] Task<ShipmentReply> Flag(FlagShipment command);

    /// <summary>What its owner needs to know; null when there is no such shipment.</summary>
    [Alias("progress")] Task<ShipmentProgress?> Progress();

    /// <summary>The owner knows it.</summary>
    [Alias("confirm")] Task Confirm(ConfirmProgress command);

    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();
}
