using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>A stream with something to finish.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Work">By whom.</param>
/// <param name="Since">When its newest event was recorded.</param>
/// <param name="Version">The version of that event.</param>
public sealed record DueWork(StreamId Stream, UnfinishedWork Work, DateTimeOffset Since, long Version);
