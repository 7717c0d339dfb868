namespace SupplyChain.Imports;

/// <summary>A way to read files.</summary>
/// <param name="Name">The profile's name.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Delimiter">What stands between two cells.</param>
/// <param name="Encoding">Of files that do not say theirs themselves; null for UTF-8.</param>
/// <param name="Partial">Whether a faulty row leaves the rest of its order alone.</param>
/// <param name="Columns">The columns it reads, and what they become.</param>
/// <param name="Trouble">Why it cannot be used; null when it can.</param>
[SchemaName("ImportProfileSummary")]
public sealed record ImportProfileAnswer(
    string Name,
    ImportProfileOrigin Origin,
    string Delimiter,
    string? Encoding,
    bool Partial,
    Items<ImportColumnAnswer> Columns,
    string? Trouble)
{
    internal static ImportProfileAnswer Of(ImportProfileSummary profile) => new(
        profile.Name,
        profile.Origin,
        profile.Delimiter,
        profile.Encoding,
        profile.Partial,
        profile.Columns.Each(ImportColumnAnswer.Of),
        profile.Trouble);
}
