namespace SupplyChain.Journal.Sqlite;

/// <summary>The embedded journal, configured under <c>Journal</c>.</summary>
public sealed class SqliteJournalOptions
{
    /// <summary>Where everything is kept; created when missing.</summary>
    public string DataDirectory { get; set; } = "./data";

    /// <summary>Events that may wait for the disk before appends are refused as busy.</summary>
    public int QueuedEvents { get; set; } = 20_000;

    /// <summary>Connections that read.</summary>
    public int Readers { get; set; } = 2;

    /// <summary>How long a commit waits while another program, such as a backup, holds the file's write lock.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What is wrong, with the configuration key; null when nothing is.</summary>
    internal string? Fault() => this switch
    {
        { DataDirectory: null or "" } => "Journal:DataDirectory must name a directory.",
        { QueuedEvents: < 1 } => "Journal:QueuedEvents must be at least 1.",
        { Readers: < 1 or > 64 } => "Journal:Readers must be between 1 and 64.",
        { LockTimeout.TotalMilliseconds: < 0 or > int.MaxValue } =>
            "Journal:LockTimeout must be between 0 and 24 days.",
        _ => null,
    };
}
