using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace SupplyChain.Imports;

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
[SchemaName("ImportSummary")]
public sealed record ImportSummaryAnswer(
    ImportId Id,
    [property: MaxLength(Limits.MaxText)] string? FileName,
    string Profile,
    bool DryRun,
    [property: JsonConverter(typeof(CamelCaseEnum<ImportStatus>))] ImportStatus Status,
    int Rows,
    int Imported,
    int Unchanged,
    int Refused,
    int Warnings,
    long EventsWritten,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt)
{
    internal static ImportSummaryAnswer Of(ImportSummary import) => new(
        import.Id,
        import.FileName,
        import.Profile,
        import.DryRun,
        import.Status,
        import.Rows,
        import.Imported,
        import.Unchanged,
        import.Refused,
        import.Warnings,
        import.EventsWritten,
        import.StartedAt,
        import.EndedAt);
}
