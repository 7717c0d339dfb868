namespace SupplyChain.Imports;

/// <summary>Something noticed in a row.</summary>
/// <param name="Row">The row's number as a spreadsheet counts, less that of the heading: 1 is the row below the
/// heading, empty rows count, and a row with line ends in its cells is one; 0 is the file as a whole.</param>
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
