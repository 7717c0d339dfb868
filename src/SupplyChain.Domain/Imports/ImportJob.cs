using System.Diagnostics;
using static SupplyChain.Imports.ImportEvent;

namespace SupplyChain.Imports;

/// <summary>
/// An import job. None → CharsetNamed? → Started → Completed | Failed. Its progress is not remembered: a job that
/// was cut off begins anew, and as every id comes from the file, what was done before is found done and reported as
/// unchanged.
/// </summary>
public sealed record ImportJob : IAggregate<ImportJob, ImportEvent>
{
    /// <inheritdoc/>
    public static string Kind => "import";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static ImportJob Initial { get; } = new();

    /// <summary>What is to be imported; null before it was accepted.</summary>
    public Started? Work { get; init; }

    /// <summary>The encoding of its file; null when none was named.</summary>
    public string? Charset { get; init; }

    /// <summary>What came of it; null before it ended.</summary>
    public ImportReport? Outcome { get; init; }

    /// <summary>Whether it has still to be carried out.</summary>
    public bool IsOpen => Work is not null && Outcome is null;

    /// <summary>Accepts it; the same again changes nothing, another one is a conflict.</summary>
    /// <param name="job">The job.</param>
    /// <param name="id">Its id, under which its file is stored.</param>
    /// <param name="command">What is to be imported.</param>
    /// <param name="tail">Where the journal ends now.</param>
    public static Decision<ImportEvent> Decide(
        ImportJob job, ImportId id, StartImport command, string tail) => job.Work switch
    {
        null => [.. NamedIn(command), new Started(command.Profile, id.Value, command.DryRun, tail)],
        var known when new StartImport(known.Profile, known.DryRun, job.Charset) == command => [],
        _ => new Refused(Refusal.Conflict, "The import exists with another body."),
    };

    /// <summary>It ended; the first outcome counts.</summary>
    public static Decision<ImportEvent> DecideEnded(ImportJob job, ImportReport report) => !job.IsOpen
        ? []
        : report.Status == ImportStatus.Completed ? [new Completed(report)] : [new Failed(report)];

    /// <inheritdoc/>
    public static ImportJob Evolve(ImportJob state, ImportEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        CharsetNamed named => state with { Charset = named.Charset },
        Started started => state with { Work = started },
        Completed completed => state with { Outcome = completed.Report },
        Failed failed => state with { Outcome = failed.Report },
        _ => throw new UnreachableException($"{@event}"),
    };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(ImportJob state) =>
        state.IsOpen ? SupplyChain.UnfinishedWork.Own : SupplyChain.UnfinishedWork.None;

    private static ImportEvent[] NamedIn(StartImport command) =>
        command.Charset is { } charset ? [new CharsetNamed(charset)] : [];
}
