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
[GenerateSerializer, Immutable, Alias("import-report")]
public sealed record ImportReport(
    [property: Id(0)] ImportId Id,
    [property: Id(1)] string Profile,
    [property: Id(2)] bool DryRun,
    [property: Id(3)] ImportStatus Status,
    [property: Id(4)] int Rows,
    [property: Id(5)] int Imported,
    [property: Id(6)] int Unchanged,
    [property: Id(7)] int Refused,
    [property: Id(8)] int Warnings,
    [property: Id(9)] long EventsWritten,
    [property: Id(10)] Items<ImportFinding> Errors);
