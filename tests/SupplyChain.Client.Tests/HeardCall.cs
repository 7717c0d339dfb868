namespace SupplyChain;

/// <summary>A call as an actor heard it.</summary>
/// <param name="After">When, from the beginning.</param>
/// <param name="Key">Which actor was called.</param>
/// <param name="Command">What it was asked for.</param>
/// <param name="Deadline">Until when the caller says that it waits, from the beginning.</param>
/// <param name="Correlation">The request it belongs to.</param>
/// <param name="Condition">What has to be true.</param>
/// <param name="Creates">Whether it says that the entity is new.</param>
internal sealed record HeardCall(
    TimeSpan After, string Key, object? Command, TimeSpan? Deadline, string Correlation, Precondition Condition,
    bool Creates);
