using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Tables;

/// <summary>What the projections of one set of read tables share.</summary>
/// <param name="Journal">Where states are read from that are not at hand.</param>
/// <param name="Tables">The set of tables.</param>
/// <param name="Exceptions">The exceptions that streams of several kinds raise.</param>
/// <param name="Mentions">The events of several kinds that name an order.</param>
/// <param name="Business">What day it is.</param>
/// <param name="CachedStates">How many states each projection keeps.</param>
internal sealed record ProjectionParts(
    IJournal Journal, ITableWriter Tables, ExceptionTable Exceptions, MentionTable Mentions, IBusinessClock Business,
    int CachedStates);
