namespace SupplyChain.Journal;

/// <summary>An event to append.</summary>
/// <param name="Type">Its stable name.</param>
/// <param name="Schema">The version of its shape.</param>
/// <param name="Data">The exact UTF-8 JSON; the journal keeps the array, so it must not change afterwards.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="Cause">The command id, unique per stream for ever; null when the stream's own state tells
/// repeats.</param>
/// <param name="Work">What the stream still has to finish after this event, by the numbers of who appends; 0 is
/// nothing.</param>
public readonly record struct NewEvent(
    string Type, int Schema, byte[] Data, DateTimeOffset? OccurredAt, string? Cause, int Work);
