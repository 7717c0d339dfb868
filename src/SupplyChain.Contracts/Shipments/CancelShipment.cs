namespace SupplyChain.Shipments;

/// <summary>Cancels a shipment that was not dispatched; its goods stay allocated to the order.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="OnlyIfPlanned">Refuse when anything was picked already.</param>
[GenerateSerializer, Immutable, Alias("cancel-shipment")]
public sealed record CancelShipment([property: Id(0)] string Reason, [property: Id(1)] bool OnlyIfPlanned = false)
{
    /// <summary>Cancels it while nothing is picked; later that is refused.</summary>
    public static CancelShipment IfStillPlanned(string reason) => new(reason, OnlyIfPlanned: true);
}

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
