namespace SupplyChain.Operations;

/// <summary>Which figures.</summary>
/// <param name="From">Delivered on or after; null for all time.</param>
/// <param name="To">Delivered before; null for all time.</param>
/// <param name="GroupBy">Also per group.</param>
[GenerateSerializer, Immutable, Alias("kpi-query")]
public sealed record KpiQuery(
    [property: Id(0)] DateOnly? From, [property: Id(1)] DateOnly? To, [property: Id(2)] KpiGrouping? GroupBy);
