using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Imports;

/// <summary>
/// The list of imports, and the exceptions that they raise: one per profile, open while its newest import refused rows.
/// An import never changes once it has ended, so what resolves the exception is the next one.
/// </summary>
internal sealed class ImportProjection(
    IJournal journal, ITableWriter tables, ExceptionTable exceptions, int cachedStates)
    : StreamProjection<ImportJob, ImportEvent, ImportSummary?>(journal, cachedStates)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert(
        "imports", "tenant, id",
        "status, row_count, imported, unchanged, refused, warnings, events_written, ended_at",
        once: "file_name, profile, dry_run, started_at"));

    /// <inheritdoc/>
    protected override ImportSummary? Derive(StreamId stream, ImportJob state) => state.Summary(stream.Id);

    /// <inheritdoc/>
    protected override void Write(StreamId stream, ImportSummary? before, ImportSummary? after)
    {
        if (after is not { } import)
        {
            return;
        }
        _upsert.Bind(1, stream.Tenant.Value).Bind(2, import.Id.Value).Bind(3, import.FileName).Bind(4, import.Profile)
            .Bind(5, import.DryRun).Bind(6, JournalTime.ToMicroseconds(import.StartedAt)).Bind(7, (long)import.Status)
            .Bind(8, import.Rows).Bind(9, import.Imported).Bind(10, import.Unchanged).Bind(11, import.Refused)
            .Bind(12, import.Warnings).Bind(13, import.EventsWritten)
            .Bind(14, import.EndedAt is { } ended ? JournalTime.ToMicroseconds(ended) : null)
            .Run();
    }

    /// <inheritdoc/>
    protected override void Note(in Change change, List<Action> notes)
    {
        if (change.Event is ImportEvent.Completed { Report: { DryRun: false } outcome })
        {
            exceptions.Note(
                change.Row, $"{ImportJob.Kind}/{outcome.Profile}", ExceptionKind.ImportRowRefused, Cause(outcome),
                notes);
        }
    }

    private static OpenCause? Cause(ImportOutcome outcome) => outcome.Refused == 0 ? null : new(
        ExceptionKind.ImportRowRefused, 0, null,
        $"Import {outcome.Id} refused {outcome.Refused} of {outcome.Rows} rows.",
        CauseFacts.None with { Rows = outcome.Refused });
}
