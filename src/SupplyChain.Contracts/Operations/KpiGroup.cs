namespace SupplyChain.Operations;

/// <summary>Figures of one group; the key as given, <c>unknown</c> when absent.</summary>
[GenerateSerializer, Immutable, Alias("kpi-group")]
public sealed record KpiGroup([property: Id(0)] string Key, [property: Id(1)] KpiFigures Figures);
