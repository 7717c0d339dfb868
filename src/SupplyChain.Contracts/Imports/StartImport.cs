namespace SupplyChain.Imports;

/// <summary>Starts an import of the file that was stored for it.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="DryRun">Only report, write nothing.</param>
/// <param name="Charset">The file's encoding, for example <c>windows-1252</c>; null leaves it to the file's byte order
/// mark, then to the profile, then to UTF-8.</param>
/// <param name="FileOf">The import whose file is read, for example that of a dry run; null for its own.</param>
/// <param name="FileName">What the file is called where it comes from, for people; null when it is not given.</param>
[GenerateSerializer, Immutable, Alias("start-import")]
public sealed record StartImport(
    [property: Id(0)] string Profile, [property: Id(1)] bool DryRun, [property: Id(2)] string? Charset = null,
    [property: Id(3)] ImportId? FileOf = null, [property: Id(4)] string? FileName = null)
{
    /// <summary>What is wrong with it; nothing in most cases.</summary>
    public Items<Fault> Validate() => this switch
    {
        { Charset: { } charset } when TextEncoding.Find(charset) is null =>
            [new("/charset", FaultCodes.Invalid, $"The charset '{charset}' is not known; {TextEncoding.Examples}.")],
        { FileOf: { } other } when !Identifier.IsValid(other.Value) =>
            [new("/fileOf", FaultCodes.MalformedId, Identifier.Explain("fileOf", other.Value))],
        { FileName.Length: > Limits.MaxText } =>
            [new("/fileName", FaultCodes.TooLong, $"A file's name has at most {Limits.MaxText} characters.")],
        { FileName: { } name } when name.Any(char.IsControl) =>
            [new("/fileName", FaultCodes.Invalid, "The file's name contains control characters.")],
        _ => [],
    };
}

/// <summary>The answer to a command on an import.</summary>
[GenerateSerializer, Immutable, Alias("import-reply")]
public sealed record ImportReply : Reply<ImportReport>;

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
