namespace SupplyChain.Imports;

/// <summary>Something noticed in a row.</summary>
/// <param name="Row">The row's number; 1 is the first data row, 0 the file as a whole.</param>
/// <param name="Column">The column's heading; empty for the whole row.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">For people.</param>
[GenerateSerializer, Immutable, Alias("import-finding")]
public sealed record ImportFinding(
    [property: Id(0)] int Row,
    [property: Id(1)] string Column,
    [property: Id(2)] ImportSeverity Severity,
    [property: Id(3)] string Code,
    [property: Id(4)] string Message);
