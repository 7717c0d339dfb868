using System.Diagnostics;
using static SupplyChain.Imports.ImportEvent;

namespace SupplyChain.Imports;

/// <summary>
/// An import job. None → CharsetNamed? FileNamed? → Started → Completed | Failed. Its progress is not remembered: a
/// job that was cut off begins anew, and as every id comes from the file, what was done before is found done and
/// reported as
/// unchanged.
/// </summary>
public sealed record ImportJob : IAggregate<ImportJob, ImportEvent>
{
    /// <inheritdoc/>
    public static string Kind => "import";

    /// <inheritdoc/>
    public static int StateSchema => 2;

    /// <inheritdoc/>
    public static ImportJob Initial { get; } = new();

    /// <summary>What is to be imported; null before it was accepted.</summary>
    public Started? Work { get; init; }

    /// <summary>The encoding of its file; null when none was named.</summary>
    public string? Charset { get; init; }

    /// <summary>What its file is called where it comes from; null when it was not given.</summary>
    public string? FileName { get; init; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of it; null before it ended.</summary>
    public ImportOutcome? Outcome { get; init; }

    /// <summary>Whether it has still to be carried out.</summary>
    public bool IsOpen => Work is not null && Outcome is null;

    /// <summary>It in the list; null before it was accepted.</summary>
    public ImportSummary? Summary(ImportId id) => Work is not { } work ? null : new(
        id, FileName, work.Profile, work.DryRun, Outcome?.Status ?? ImportStatus.Running, Outcome?.Rows ?? 0,
        Outcome?.Imported ?? 0, Outcome?.Unchanged ?? 0, Outcome?.Refused ?? 0, Outcome?.Warnings ?? 0,
        Outcome?.EventsWritten ?? 0, StartedAt!.Value, EndedAt);

    /// <summary>Accepts it; the same again changes nothing, another one is a conflict.</summary>
    /// <param name="job">The job.</param>
    /// <param name="id">Its id, under which its file is stored.</param>
    /// <param name="command">What is to be imported.</param>
    /// <param name="tail">Where the journal ends now.</param>
    public static Decision<ImportEvent> Decide(
        ImportJob job, ImportId id, StartImport command, string tail) => job.Work switch
        {
            null =>
            [
                .. NamedIn(command),
            new Started(command.Profile, (command.FileOf ?? id).Value, command.DryRun, tail),
        ],
            var known when known.File == (command.FileOf ?? id).Value
                && new StartImport(known.Profile, known.DryRun, job.Charset)
                    == command with { FileOf = null, FileName = null } => [],
            _ => new Refused(Refusal.Conflict, "The import exists with another body."),
        };

    /// <summary>It ended; the first outcome counts.</summary>
    public static Decision<ImportEvent> DecideEnded(ImportJob job, ImportOutcome outcome) => !job.IsOpen
        ? []
        : outcome.Status == ImportStatus.Completed ? [new Completed(outcome)] : [new Failed(outcome)];

    /// <inheritdoc/>
    public static ImportJob Evolve(ImportJob state, ImportEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        CharsetNamed named => state with { Charset = named.Charset },
        FileNamed named => state with { FileName = named.FileName },
        Started started => state with { Work = started, StartedAt = recordedAt },
        Completed completed => state with { Outcome = completed.Report, EndedAt = recordedAt },
        Failed failed => state with { Outcome = failed.Report, EndedAt = recordedAt },
        _ => throw new UnreachableException($"{@event}"),
    };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(ImportJob state) =>
        state.IsOpen ? SupplyChain.UnfinishedWork.Own : SupplyChain.UnfinishedWork.None;

    private static IEnumerable<ImportEvent> NamedIn(StartImport command)
    {
        if (command.Charset is { } charset)
            yield return new CharsetNamed(charset);
        if (command.FileName is { } name)
            yield return new FileNamed(name);
    }
}
