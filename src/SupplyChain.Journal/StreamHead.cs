namespace SupplyChain.Journal;

/// <summary>How far a stream is.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The version of its newest event.</param>
public readonly record struct StreamHead(StreamId Stream, long Version);
