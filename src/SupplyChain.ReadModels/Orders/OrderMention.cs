using SupplyChain.Journal;

namespace SupplyChain.Orders;

/// <summary>An event of a stock item or a product's queue that is about an order.</summary>
/// <param name="Stream">The stock item or queue.</param>
/// <param name="Version">The event's version there.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record OrderMention(StreamId Stream, long Version, DateTimeOffset RecordedAt);
