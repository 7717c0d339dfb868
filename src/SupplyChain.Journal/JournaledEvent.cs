namespace SupplyChain.Journal;

/// <summary>One row of the journal.</summary>
public sealed record JournaledEvent(
    StreamId Stream,
    long Version,
    string Type,
    int Schema,
    byte[] Data,
    DateTimeOffset? OccurredAt,
    DateTimeOffset RecordedAt,
    string Actor,
    string Correlation,
    string? Cause,
    int Work,
    byte[] Hash,
    Position Position);
