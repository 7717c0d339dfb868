namespace SupplyChain.Imports;

/// <summary>How far a running import is; counted from many orders at once.</summary>
public sealed class ImportProgress
{
    private int _rows;
    private int _imported;
    private int _unchanged;
    private long _eventsWritten;

    /// <summary>Whether it has begun.</summary>
    public bool IsRunning { get; set; }

    /// <summary>What was noticed in the rows.</summary>
    public ImportFindings Findings { get; } = new();

    /// <summary>The file was read.</summary>
    public void Found(int rows) => Volatile.Write(ref _rows, rows);

    /// <summary>A row changed something.</summary>
    public void Imported() => Interlocked.Increment(ref _imported);

    /// <summary>A row was there already.</summary>
    public void Unchanged() => Interlocked.Increment(ref _unchanged);

    /// <summary>Events were written.</summary>
    public void Wrote(long events) => Interlocked.Add(ref _eventsWritten, events);

    /// <summary>What has come of it so far.</summary>
    public ImportOutcome Outcome(ImportId id, ImportEvent.Started work, ImportStatus status) => new(
        id, work.Profile, work.DryRun, status,
        Volatile.Read(ref _rows), Volatile.Read(ref _imported), Volatile.Read(ref _unchanged),
        Findings.Refused, Findings.Warnings, Interlocked.Read(ref _eventsWritten), Findings.Report());
}
