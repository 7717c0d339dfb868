using SupplyChain.Imports;
using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>
/// The exceptions that imports raise: one per profile, open while its newest import refused rows. An import never
/// changes once it has ended, so what resolves the exception is the next one.
/// </summary>
internal sealed class ImportProjection(IJournal journal, ExceptionTable exceptions, int cachedStates)
    : StreamProjection<ImportJob, ImportEvent, bool>(journal, cachedStates)
{
    /// <inheritdoc/>
    protected override bool Derive(StreamId stream, ImportJob state) => state.IsOpen;

    /// <inheritdoc/>
    protected override void Write(StreamId stream, bool before, bool after)
    {
        // Imports have no table of their own: a job is read from its actor.
    }

    /// <inheritdoc/>
    protected override void Note(in Change change, List<Action> notes)
    {
        if (change.Event is ImportEvent.Completed { Report: { DryRun: false } report })
        {
            exceptions.Note(
                change.Row, $"import/{report.Profile}", ExceptionKind.ImportRowRefused, Cause(report), notes);
        }
    }

    private static OpenCause? Cause(ImportReport report) => report.Refused == 0 ? null : new(
        ExceptionKind.ImportRowRefused, 0, null,
        $"Import {report.Id} refused {report.Refused} of {report.Rows} rows.",
        CauseFacts.None with { Rows = report.Refused });
}
