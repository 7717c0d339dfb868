namespace SupplyChain.Imports;

/// <summary>What a column of a file can mean.</summary>
public enum ImportField
{
    /// <summary>The order's number.</summary>
    Order,

    /// <summary>The line's number, a whole number from 1 to 999,999,999, unique within its order.</summary>
    Line,

    /// <summary>Who ordered.</summary>
    Customer,

    /// <summary>Where it goes: a name of the profile's country table or ISO 3166-1 alpha-2.</summary>
    Country,

    /// <summary>The product's SKU.</summary>
    Sku,

    /// <summary>The product's description; the SKU when no column says it.</summary>
    ProductName,

    /// <summary>Units ordered.</summary>
    Quantity,

    /// <summary>The line's value.</summary>
    Value,

    /// <summary>The currency of value and freight; the profile's own when no column says it.</summary>
    Currency,

    /// <summary>The day it was ordered.</summary>
    Placed,

    /// <summary>The day the line was promised for.</summary>
    Scheduled,

    /// <summary>The warehouse the line is pinned to.</summary>
    Warehouse,

    /// <summary>That warehouse's name; its id when no column says it.</summary>
    WarehouseName,

    /// <summary>The shipment the line left with.</summary>
    Shipment,

    /// <summary>The shipment's transport mode, kept as given.</summary>
    Mode,

    /// <summary>Gross weight in kg; the rows of one shipment add up.</summary>
    WeightKg,

    /// <summary>What the transport cost; the rows of one shipment add up.</summary>
    Freight,

    /// <summary>The day the shipment was delivered.</summary>
    Delivered,
}
