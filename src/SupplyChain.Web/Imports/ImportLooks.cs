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
