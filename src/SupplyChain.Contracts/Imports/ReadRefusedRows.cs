namespace SupplyChain.Imports;

/// <summary>Reads the rows that an import refused, a part at a time.</summary>
/// <param name="After">The row behind which to begin; 0 for the first.</param>
[GenerateSerializer, Immutable, Alias("read-refused-rows")]
public sealed record ReadRefusedRows([property: Id(0)] int After);

/// <summary>Rows of a file as they were sent.</summary>
/// <param name="Delimiter">What stands between the file's cells.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Rows">The rows, in their order.</param>
/// <param name="Next">The row behind which to read on; null when these were the last.</param>
[GenerateSerializer, Immutable, Alias("sent-rows")]
public sealed record SentRows(
    [property: Id(0)] string Delimiter,
    [property: Id(1)] Items<string> Headings,
    [property: Id(2)] Items<SentRow> Rows,
    [property: Id(3)] int? Next);

/// <summary>A row as it was sent.</summary>
/// <param name="Row">Its number, as in <see cref="ImportFinding.Row"/>.</param>
/// <param name="Cells">Its cells; as many as it has, whatever the heading says.</param>
[GenerateSerializer, Immutable, Alias("sent-row")]
public sealed record SentRow([property: Id(0)] int Row, [property: Id(1)] Items<string> Cells);
