namespace SupplyChain.Shipments;

/// <summary>Cancels a shipment that was not dispatched; its goods stay allocated to the order.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="OnlyIfPlanned">Refuse when anything was picked already.</param>
[GenerateSerializer, Immutable, Alias("cancel-shipment")]
public sealed record CancelShipment([property: Id(0)] string Reason, [property: Id(1)] bool OnlyIfPlanned = false);
