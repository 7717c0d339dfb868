namespace SupplyChain.Journal;

/// <summary>How much may wait, and how much of it goes into one commit.</summary>
internal sealed record GroupCommitLimits
{
    /// <summary>Events that may wait or be in flight before an append is refused as busy.</summary>
    public int QueuedEvents { get; init; } = 20_000;

    /// <summary>Bytes of event data that may wait or be in flight.</summary>
    public long QueuedBytes { get; init; } = 256L << 20;

    /// <summary>
    /// The share of the queue, above 0 up to 1, that streams not yet begun may fill: an order that is being fulfilled
    /// finds room when newcomers no longer do.
    /// </summary>
    public double NewcomersShare { get; init; } = 0.8;

    /// <summary>Events in one commit. One append is never split, however large.</summary>
    public int BatchEvents { get; init; } = 2_000;

    /// <summary>Bytes of event data in one commit.</summary>
    public long BatchBytes { get; init; } = 4L << 20;
}
