using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>What the customer accepts.</summary>
public sealed record OrderPolicyBody
{
    /// <summary>Reserve only when every unit of every line can be reserved, and release only all of it.</summary>
    [DefaultValue(false)]
    public bool ShipComplete { get; init; }

    /// <summary>Whether one line's units may come from several warehouses.</summary>
    [DefaultValue(true)]
    public bool AllowSplit { get; init; }

    /// <summary>Whether units that are not there may wait; otherwise such an order is rejected.</summary>
    [DefaultValue(true)]
    public bool AllowBackorder { get; init; }

    /// <summary>The most shipments, one per warehouse, that the order may come in; 1 or more, null for no limit. A
    /// cancelled shipment does not count.</summary>
    [Range(1, int.MaxValue)]
    public int? MaxShipments { get; init; }

    internal static OrderPolicy Read(BodyReader policy) => new(
        policy.Flag("shipComplete", false),
        policy.Flag("allowSplit", true),
        policy.Flag("allowBackorder", true),
        policy.Small("maxShipments"));
}
