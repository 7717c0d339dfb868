namespace SupplyChain.Imports;

/// <summary>How far a running import is; counted from many orders at once.</summary>
internal sealed class ImportProgress
{
    private int _rows;
    private int _imported;
    private int _unchanged;
    private long _eventsWritten;

    /// <summary>Whether it has begun.</summary>
    public bool IsRunning { get; set; }

    public ImportFindings Findings { get; } = new();

    public void Found(int rows) => Volatile.Write(ref _rows, rows);

    public void Imported() => Interlocked.Increment(ref _imported);

    public void Unchanged() => Interlocked.Increment(ref _unchanged);

    public void Wrote(long events) => Interlocked.Add(ref _eventsWritten, events);

    /// <summary>The report as it stands.</summary>
    public ImportReport Report(ImportId id, ImportEvent.Started work, ImportStatus status) => new(
        id, work.Profile, work.DryRun, status,
        Volatile.Read(ref _rows), Volatile.Read(ref _imported), Volatile.Read(ref _unchanged),
        Findings.Refused, Findings.Warnings, Interlocked.Read(ref _eventsWritten), Findings.Report());
}
