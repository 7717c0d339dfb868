namespace SupplyChain.Imports;

/// <summary>Reads the rows that an import refused, a part at a time.</summary>
/// <param name="After">The row behind which to begin; 0 for the first.</param>
[GenerateSerializer, Immutable, Alias("read-refused-rows")]
public sealed record ReadRefusedRows([property: Id(0)] int After);
