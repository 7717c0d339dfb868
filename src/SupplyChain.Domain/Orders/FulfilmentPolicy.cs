namespace SupplyChain.Orders;

/// <summary>What the customer of an order accepts, as it is stored.</summary>
/// <param name="ShipComplete">Reserve only when every unit of every line can be reserved, and release only all of
/// it.</param>
/// <param name="AllowSplit">Whether one line's units may come from several warehouses.</param>
/// <param name="AllowBackorder">Whether units that are not there may wait.</param>
/// <param name="MaxShipments">The most shipments that the order may come in; null for no limit.</param>
public sealed record FulfilmentPolicy(
    bool ShipComplete = false, bool AllowSplit = true, bool AllowBackorder = true, int? MaxShipments = null)
{
    /// <summary>What a command says; the usual policy when it says nothing.</summary>
    public static FulfilmentPolicy Of(OrderPolicy? policy) => policy is null
        ? new()
        : new(policy.ShipComplete, policy.AllowSplit, policy.AllowBackorder, policy.MaxShipments);

    /// <summary>The policy as callers see it.</summary>
    public OrderPolicy ToContract() => new(ShipComplete, AllowSplit, AllowBackorder, MaxShipments);
}
