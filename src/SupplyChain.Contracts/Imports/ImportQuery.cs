namespace SupplyChain.Imports;

/// <summary>Which imports to list; what is null or empty does not filter.</summary>
/// <param name="Profiles">Those read with one of these.</param>
/// <param name="Statuses">Those that are as far as one of these.</param>
/// <param name="DryRun">Those that only report, or those that do not.</param>
[GenerateSerializer, Immutable, Alias("import-query")]
public sealed record ImportQuery(
    [property: Id(0)] Items<string> Profiles = default,
    [property: Id(1)] Items<ImportStatus> Statuses = default,
    [property: Id(2)] bool? DryRun = null);
