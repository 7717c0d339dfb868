using System.Text.Json.Serialization;

namespace SupplyChain.Imports;

/// <summary>Something noticed in a row.</summary>
/// <param name="Row">The row's number as a spreadsheet counts, less that of the heading: 1 is the row below the
/// heading, empty rows count, and a row with line ends in its cells is one; 0 is the file as a whole.</param>
/// <param name="Column">The column's heading; empty for the whole row.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">For people.</param>
[SchemaName("ImportFinding")]
public sealed record ImportFindingAnswer(
    int Row,
    string Column,
    [property: JsonConverter(typeof(CamelCaseEnum<ImportSeverity>))] ImportSeverity Severity,
    string Code,
    string Message)
{
    internal static ImportFindingAnswer Of(ImportFinding finding) =>
        new(finding.Row, finding.Column, finding.Severity, finding.Code, finding.Message);
}
