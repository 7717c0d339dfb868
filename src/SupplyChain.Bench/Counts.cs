namespace SupplyChain.Bench;

/// <summary>
/// What was done and used up to a time. Each is read with its own time, because reading takes a while under load:
/// compared are rates, each over its own two readings. Null is unknown.
/// </summary>
internal sealed record Counts
{
    /// <summary>Orders of the load that the lists show as done.</summary>
    public Counted? Listed { get; init; }

    /// <summary>Events of the journal.</summary>
    public Counted? Events { get; init; }

    /// <summary>Bytes of the database server's write-ahead log; without a server, bytes the nodes wrote.</summary>
    public Counted? WrittenBytes { get; init; }

    /// <summary>Bytes that the nodes allocated.</summary>
    public Counted? AllocatedBytes { get; init; }

    /// <summary>Seconds the nodes stood still for their garbage collection, as a mean over them.</summary>
    public Counted? GcPauseSeconds { get; init; }
}
