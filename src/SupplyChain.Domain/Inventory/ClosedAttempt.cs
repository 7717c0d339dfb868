namespace SupplyChain.Inventory;

/// <summary>The newest attempt of a sequence that is over, and since when: an older or equal one is refused.</summary>
public sealed record ClosedAttempt(ReservationSequence Sequence, int Attempt, DateTimeOffset At);
