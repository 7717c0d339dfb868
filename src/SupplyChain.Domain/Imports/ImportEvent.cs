namespace SupplyChain.Imports;

/// <summary>What can happen to an import job.</summary>
public abstract record ImportEvent
{
    private ImportEvent() { }

    /// <summary>It was accepted.</summary>
    /// <param name="Profile">The profile it is read with.</param>
    /// <param name="File">The name its file is stored under.</param>
    /// <param name="DryRun">Whether it only reports.</param>
    /// <param name="Tail">Where the journal ended then, as text: what the job writes comes later.</param>
    [EventType("import.started")]
    public sealed record Started(string Profile, string File, bool DryRun, string Tail) : ImportEvent;

    /// <summary>The encoding of its file was named.</summary>
    [EventType("import.charset-named")]
    public sealed record CharsetNamed(string Charset) : ImportEvent;

    /// <summary>It was said what its file is called where it comes from.</summary>
    [EventType("import.file-named")]
    public sealed record FileNamed(string FileName) : ImportEvent;

    /// <summary>Every row is accounted for.</summary>
    [EventType("import.completed")]
    public sealed record Completed(ImportOutcome Report) : ImportEvent;

    /// <summary>The file could not be read.</summary>
    [EventType("import.failed")]
    public sealed record Failed(ImportOutcome Report) : ImportEvent;
}
