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

    internal void Check()
    {
        OptionFaults.Refuse(
            string.IsNullOrEmpty(DataDirectory), this, "Journal:DataDirectory is empty; it names a directory.");
        OptionFaults.Refuse(QueuedEvents < 1, this, $"Journal:QueuedEvents {QueuedEvents} is not 1 or more.");
        OptionFaults.Refuse(Readers is < 1 or > 64, this, $"Journal:Readers {Readers} is not from 1 to 64.");
        OptionFaults.Refuse(
            LockTimeout.TotalMilliseconds is < 0 or > int.MaxValue, this,
            $"Journal:LockTimeout {LockTimeout} is not from 0 to 24 days.");
    }
}
