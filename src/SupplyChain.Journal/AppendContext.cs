namespace SupplyChain.Journal;

/// <summary>Who appends, for which request, and until when the append makes sense.</summary>
/// <param name="Actor">Who asked.</param>
/// <param name="Correlation">The request it belongs to.</param>
/// <param name="RecordedAt">Cluster time of the decision, UTC, cut to microseconds.</param>
/// <param name="Deadline">After this instant (cluster time) the append is dropped before it is sent.</param>
public readonly record struct AppendContext(
    string Actor, string Correlation, DateTimeOffset RecordedAt, DateTimeOffset Deadline);
