namespace SupplyChain.Imports;

/// <summary>What came of an import, as it is stored. rows = imported + unchanged + refused once it is
/// completed.</summary>
/// <param name="Id">The job's number.</param>
/// <param name="Profile">The profile it was read with.</param>
/// <param name="DryRun">Whether it only reports.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Rows">Data rows in the file; empty rows are none.</param>
/// <param name="Imported">Rows that changed something.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="Refused">Rows that were not imported.</param>
/// <param name="Warnings">Values kept as unknown.</param>
/// <param name="EventsWritten">Events this job wrote to the journal.</param>
/// <param name="Errors">Findings in row order, refusals first.</param>
public sealed record ImportOutcome(
    ImportId Id,
    string Profile,
    bool DryRun,
    ImportStatus Status,
    int Rows,
    int Imported,
    int Unchanged,
    int Refused,
    int Warnings,
    long EventsWritten,
    Items<FileFinding> Errors)
{
    /// <summary>The report that callers see.</summary>
    public ImportReport ToContract() => new(
        Id, Profile, DryRun, Status, Rows, Imported, Unchanged, Refused, Warnings, EventsWritten,
        Errors.Select(finding => finding.ToContract()).ToItems());
}
