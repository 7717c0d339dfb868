namespace SupplyChain.Journal;

/// <summary>
/// The pens of one activation, one per stream. Once an append through one of them has failed, every later append
/// through any of them fails too, so nothing that was decided on a lost event lands in another stream.
/// </summary>
public sealed class PenGroup
{
    private sealed record Lost(Exception Failure, StreamId Stream, long Number);

    private volatile Lost? _lost;
    private long _number;

    /// <summary>The number of the next append. Called from the activation's turn only.</summary>
    internal long Next() => ++_number;

    /// <summary>Breaks the group from an append on for good; the first loss stays.</summary>
    internal void Break(Exception failure, StreamId stream, long number) =>
        _lost ??= new(failure, stream, number);

    /// <summary>The failure of an append behind a failed one; null when nothing before it was lost.</summary>
    internal Exception? WhyBroken(long number)
    {
        if (_lost is not { } lost || number <= lost.Number)
        {
            return null;
        }
        var message = $"An earlier append to {lost.Stream} failed: {lost.Failure.Message}";
        return lost.Failure switch
        {
            JournalUnavailableException => new JournalUnavailableException(message, lost.Failure),
            DeadlineExpiredException => new DeadlineExpiredException(message, lost.Failure),
            _ => new JournalConflictException(message, lost.Failure),
        };
    }
}
