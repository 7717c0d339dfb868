namespace SupplyChain.Shipments;

/// <summary>What the cancellation of a shipment may say.</summary>
public static class CancelShipmentValidation
{
    /// <summary>The faulty fields; none when the cancellation makes sense by itself.</summary>
    public static Items<Fault> Validate(this CancelShipment command)
    {
        var faults = new FaultList();
        faults.RequiredText("reason", command.Reason);
        return faults.All;
    }
}
