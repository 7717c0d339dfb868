using SupplyChain.Planner;

namespace SupplyChain.Imports;

/// <summary>How imports look.</summary>
internal static class ImportLooks
{
    /// <summary>Where an import stands.</summary>
    public static Look Of(ImportSummary import) => import switch
    {
        { Status: ImportStatus.Failed } => new("Failed", "st-rejected", "bad"),
        { Status: not ImportStatus.Completed } => new("Running", "st-released", "info"),
        { DryRun: true } => new("Dry run", "st-cancelled", "idle"),
        { Refused: > 0 } => new("Imported in part", "st-partallocated", "warn"),
        _ => new("Imported", "st-delivered", "good"),
    };

    /// <summary>How an address asks for the refusals of a run.</summary>
    public const string Refused = "refused";

    /// <summary>How an address asks for what a run keeps as unknown.</summary>
    public const string Unknown = "unknown";

    /// <summary>What a profile makes of a column, in words; null when it is not imported.</summary>
    public static string? Becomes(ImportProfileSummary? profile, string heading) =>
        profile?.Columns.Where(column => column.Heading == heading)
            .Select(column => ImportMapping.Word(column.Field)).ToArray() is { Length: > 0 } words
            ? string.Join(", ", words)
            : null;

    /// <summary>A sign between cells, in words.</summary>
    public static string Delimiter(string sign) => sign switch
    {
        "," => "comma",
        ";" => "semicolon",
        "\t" => "tabulator",
        "|" => "vertical bar",
        _ => $"'{sign}'",
    };
}
