namespace SupplyChain.Imports;

/// <summary>Lists imports, the newest first.</summary>
[GenerateSerializer, Immutable, Alias("list-imports")]
public sealed record ListImports([property: Id(0)] ImportQuery Query, [property: Id(1)] PageQuery Page);

/// <summary>Which imports to list; what is null or empty does not filter.</summary>
/// <param name="Profiles">Those read with one of these.</param>
/// <param name="Statuses">Those that are as far as one of these.</param>
/// <param name="DryRun">Those that only report, or those that do not.</param>
[GenerateSerializer, Immutable, Alias("import-query")]
public sealed record ImportQuery(
    [property: Id(0), Filter("profile", "Read with that profile.")]
    Items<string> Profiles = default,
    [property: Id(1), Filter("status", "As far as that.", CamelCase = true)]
    Items<ImportStatus> Statuses = default,
    [property: Id(2), Filter("dryRun", "Those that only report, or those that do not.")]
    bool? DryRun = null);

/// <summary>An import in the list.</summary>
/// <param name="Id">The job's number.</param>
/// <param name="FileName">What its file is called where it came from; null when it was not given.</param>
/// <param name="Profile">The profile it was read with.</param>
/// <param name="DryRun">Whether it only reports.</param>
/// <param name="Status">How far it is; running as long as it has not ended, of which its report says more.</param>
/// <param name="Rows">Data rows in the file; 0 until it has ended, as the figures below.</param>
/// <param name="Imported">Rows that changed something.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="Refused">Rows that were not imported.</param>
/// <param name="Warnings">Values kept as unknown.</param>
/// <param name="EventsWritten">Events it wrote to the journal.</param>
/// <param name="StartedAt">When it was accepted.</param>
/// <param name="EndedAt">When it ended; null until then.</param>
[GenerateSerializer, Immutable, Alias("import-summary")]
public sealed record ImportSummary(
    [property: Id(0)] ImportId Id,
    [property: Id(1)] string? FileName,
    [property: Id(2)] string Profile,
    [property: Id(3)] bool DryRun,
    [property: Id(4)] ImportStatus Status,
    [property: Id(5)] int Rows,
    [property: Id(6)] int Imported,
    [property: Id(7)] int Unchanged,
    [property: Id(8)] int Refused,
    [property: Id(9)] int Warnings,
    [property: Id(10)] long EventsWritten,
    [property: Id(11)] DateTimeOffset StartedAt,
    [property: Id(12)] DateTimeOffset? EndedAt) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "fileName", "profile", "status", "rows", "imported", "unchanged", "refused", "warnings", "eventsWritten",
        "startedAt", "endedAt",
    ];
}
