namespace SupplyChain.Operations;

/// <summary>Figures in total and, when asked for, per group.</summary>
[GenerateSerializer, Immutable, Alias("kpi-reply")]
public sealed record KpiReply([property: Id(0)] KpiFigures Total, [property: Id(1)] Items<KpiGroup>? Groups);
