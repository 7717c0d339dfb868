namespace SupplyChain.Operations;

/// <summary>What figures are grouped by.</summary>
[GenerateSerializer, Alias("kpi-grouping")]
public enum KpiGrouping
{
    /// <summary>Transport mode, as given.</summary>
    Mode = 1,

    /// <summary>Ship-to country.</summary>
    Country = 2,

    /// <summary>Warehouse.</summary>
    Warehouse = 3,

    /// <summary>Customer.</summary>
    Customer = 4,
}
