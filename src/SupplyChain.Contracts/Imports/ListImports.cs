namespace SupplyChain.Imports;

/// <summary>Lists imports, the newest first.</summary>
[GenerateSerializer, Immutable, Alias("list-imports")]
public sealed record ListImports([property: Id(0)] ImportQuery Query, [property: Id(1)] PageQuery Page);
