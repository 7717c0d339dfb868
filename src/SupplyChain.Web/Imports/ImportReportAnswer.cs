using System.Text.Json.Serialization;

namespace SupplyChain.Imports;

/// <summary>What an import has done so far. rows = imported + unchanged + refused once it is completed.</summary>
/// <param name="Id">The job's number.</param>
/// <param name="Profile">The profile it was read with.</param>
/// <param name="DryRun">Whether it only reports.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Rows">Data rows in the file; empty rows are none.</param>
/// <param name="Imported">Rows that changed something.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="Refused">Rows that were not imported: faulty ones, and with the code <c>held-back</c> the other rows of
/// their orders.</param>
/// <param name="Warnings">Values kept as unknown.</param>
/// <param name="EventsWritten">Events this job wrote to the journal.</param>
/// <param name="Errors">Findings in row order, refusals first, at most 10,000.</param>
[SchemaName("ImportReport")]
public sealed record ImportReportAnswer(
    ImportId Id,
    string Profile,
    bool DryRun,
    [property: JsonConverter(typeof(CamelCaseEnum<ImportStatus>))] ImportStatus Status,
    int Rows,
    int Imported,
    int Unchanged,
    int Refused,
    int Warnings,
    long EventsWritten,
    Items<ImportFindingAnswer> Errors)
{
    internal static ImportReportAnswer Of(ImportReport report) => new(
        report.Id,
        report.Profile,
        report.DryRun,
        report.Status,
        report.Rows,
        report.Imported,
        report.Unchanged,
        report.Refused,
        report.Warnings,
        report.EventsWritten,
        report.Errors.Each(ImportFindingAnswer.Of));
}
