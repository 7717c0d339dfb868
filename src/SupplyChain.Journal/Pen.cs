namespace SupplyChain.Journal;

/// <summary>
/// One activation's pen for one stream. Not thread-safe: an actor calls it from its own turn. Once an append has
/// failed, every later one on this pen, and on the other pens of its <see cref="PenGroup"/>, fails too, so nothing
/// decided on a lost event can land.
/// </summary>
public abstract class Pen
{
    /// <summary>The stream.</summary>
    public abstract StreamId Stream { get; }

    /// <summary>
    /// The version of the last event appended through this pen or found when it was opened (durable or not).
    /// </summary>
    public abstract long Version { get; }

    /// <summary>The chain's hash at <see cref="Version"/>; empty before the first event.</summary>
    public abstract ReadOnlyMemory<byte> Hash { get; }

    /// <summary>
    /// Queues events as versions <c>Version + 1 …</c> and returns a task that completes when they are durable. Order
    /// is kept. The task fails with <see cref="JournalConflictException"/>, <see cref="DuplicateCauseException"/>,
    /// <see cref="DeadlineExpiredException"/>, <see cref="JournalBusyException"/> (thrown at once, nothing queued,
    /// pen still good) or <see cref="JournalUnavailableException"/> (outcome unknown).
    /// </summary>
    /// <exception cref="ArgumentException">There is no event, or a text that cannot be stored.</exception>
    public abstract Task AppendAsync(ReadOnlySpan<NewEvent> events, in AppendContext context);
}
