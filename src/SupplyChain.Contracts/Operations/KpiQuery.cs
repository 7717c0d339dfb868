namespace SupplyChain.Operations;

/// <summary>Which figures.</summary>
/// <param name="From">Delivered on or after; null for all time.</param>
/// <param name="To">Delivered before; null for all time.</param>
/// <param name="GroupBy">Also per group.</param>
[GenerateSerializer, Immutable, Alias("kpi-query")]
public sealed record KpiQuery(
    [property: Id(0)] DateOnly? From, [property: Id(1)] DateOnly? To, [property: Id(2)] KpiGrouping? GroupBy);

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

/// <summary>Figures in total and, when asked for, per group.</summary>
[GenerateSerializer, Immutable, Alias("kpi-reply")]
public sealed record KpiReply([property: Id(0)] KpiFigures Total, [property: Id(1)] Items<KpiGroup>? Groups);

/// <summary>Figures of one group; the key as given, <c>unknown</c> when absent.</summary>
[GenerateSerializer, Immutable, Alias("kpi-group")]
public sealed record KpiGroup([property: Id(0)] string Key, [property: Id(1)] KpiFigures Figures);

/// <summary>Figures over the lines delivered in a period. Percentages 0–100 with 2 decimals; null without a
/// denominator.</summary>
/// <param name="LinesDelivered">Lines of which every uncancelled unit is delivered.</param>
/// <param name="LinesOnTime">Of those with a scheduled date: delivered on or before it.</param>
/// <param name="OnTimePercent">On time per delivered line with a scheduled date.</param>
/// <param name="OtifPercent">On time, in full, undamaged per line delivered or overdue in the period.</param>
/// <param name="FillRatePercent">Units reserved at first allocation per unit ordered.</param>
/// <param name="UnitsShipped">Units of the delivered lines.</param>
/// <param name="Value">Their value, when all have one currency.</param>
/// <param name="Currency">That currency.</param>
/// <param name="Values">Their value per currency, when there are several; else null.</param>
[GenerateSerializer, Immutable, Alias("kpi-figures")]
public sealed record KpiFigures(
    [property: Id(0)] long LinesDelivered,
    [property: Id(1)] long LinesOnTime,
    [property: Id(2)] decimal? OnTimePercent,
    [property: Id(3)] decimal? OtifPercent,
    [property: Id(4)] decimal? FillRatePercent,
    [property: Id(5)] long UnitsShipped,
    [property: Id(6)] decimal? Value,
    [property: Id(7)] string? Currency,
    [property: Id(8)] Items<Money>? Values);
