namespace SupplyChain.Shipments;

/// <summary>One shipment: <c>tenant/shipment</c>.</summary>
[GrainInterfaceType("shipment"), Alias("shipment")]
public interface IShipmentGrain : IGrainWithStringKey
{
    /// <summary>Makes it; the same plan again changes nothing, another one is refused (<see
    /// cref="Refusal.ShipmentInUse"/>).</summary>
    [Alias("plan")] Task<ShipmentReply> Plan(PlanShipment command);

    /// <summary>Records a milestone; answers once goods that leave with it have left the stock items.</summary>
    [Alias("record")] Task<ShipmentReply> Record(RecordMilestone command);

    /// <summary>Voids a milestone; answers once goods that left because of it are back.</summary>
    [Alias("void")] Task<ShipmentReply> Void(VoidMilestone command);

    /// <summary>Its order has changed.</summary>
    [Alias("revise")] Task<ShipmentReply> Revise(ReviseShipment command);

    /// <summary>Cancels it.</summary>
    [Alias("cancel")] Task<ShipmentReply> Cancel(CancelShipment command);

    /// <summary>Gives it the code that names it on labels; again changes nothing.</summary>
    [Alias("label")] Task<ShipmentReply> Label();

    /// <summary>Raises a warning about it.</summary>
    [Alias("flag")] Task<ShipmentReply> Flag(FlagShipment command);

    /// <summary>The shipment; null when there is none.</summary>
    [Alias("get")] Task<ShipmentDetails?> Get();

    /// <summary>What its order needs to know; null when there is no such shipment.</summary>
    [Alias("progress")] Task<ShipmentProgress?> Progress();

    /// <summary>The order knows it.</summary>
    [Alias("confirm")] Task Confirm(ConfirmProgress command);

    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();
}
