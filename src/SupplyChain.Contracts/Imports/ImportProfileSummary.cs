namespace SupplyChain.Imports;

/// <summary>A way to read files.</summary>
/// <param name="Name">The profile's name.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Delimiter">What stands between two cells.</param>
/// <param name="Encoding">Of files that do not say theirs themselves; null for UTF-8.</param>
/// <param name="Partial">Whether a faulty row leaves the rest of its order alone.</param>
/// <param name="Columns">The columns it reads, and what they become.</param>
/// <param name="Trouble">Why it cannot be used; null when it can.</param>
[GenerateSerializer, Immutable, Alias("import-profile-summary")]
public sealed record ImportProfileSummary(
    [property: Id(0)] string Name,
    [property: Id(1)] ImportProfileOrigin Origin,
    [property: Id(2)] string Delimiter,
    [property: Id(3)] string? Encoding,
    [property: Id(4)] bool Partial,
    [property: Id(5)] Items<ImportColumn> Columns,
    [property: Id(6)] string? Trouble);

/// <summary>A column of files, by its heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Field">What it becomes: a field of import profiles, for example <c>quantity</c>.</param>
[GenerateSerializer, Immutable, Alias("import-column")]
public sealed record ImportColumn([property: Id(0)] string Heading, [property: Id(1)] string Field);
