namespace SupplyChain.Journal;

/// <summary>Numbers and chains the events of one activation at the moment it decides them.</summary>
internal sealed class Pen(GroupCommit journal, StreamId stream, long version, byte[] hash) : StreamWriter
{
    private sealed record Lost(Exception Failure, long Version);

    private volatile Lost? _lost;
    private long _version = version;
    private byte[] _hash = hash;

    /// <inheritdoc/>
    public override StreamId Stream => stream;

    /// <inheritdoc/>
    public override long Version => _version;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Hash => _hash;

    /// <inheritdoc/>
    public override Task AppendAsync(ReadOnlySpan<NewEvent> events, in AppendContext context)
    {
        if (events.IsEmpty)
        {
            throw new ArgumentException("An append holds at least one event.", nameof(events));
        }
        StorableText.Demand(context.Actor, nameof(context));
        StorableText.Demand(context.Correlation, nameof(context));
        foreach (var @event in events)
        {
            StorableText.Demand(@event.Cause, nameof(events));
        }
        if (WhyBroken(_version + 1) is { } failure)
        {
            return Task.FromException(failure);
        }
        var rows = new JournaledEvent[events.Length];
        var previous = _hash;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Row(_version + i + 1, events[i], context);
            HashChain.Compute(previous, rows[i], rows[i].Hash);
            previous = rows[i].Hash;
        }
        var append = new PendingAppend(this, rows, context.Deadline);
        journal.Enqueue(append);
        _version += rows.Length;
        _hash = previous;
        return append.Task;
    }

    /// <summary>Breaks the pen from a version on for good; the first loss stays.</summary>
    public void Break(Exception failure, long version) => _lost ??= new(failure, version);

    /// <summary>The failure of an append behind a failed one; null when nothing before it was lost.</summary>
    public Exception? WhyBroken(long version)
    {
        if (_lost is not { } lost || version <= lost.Version)
        {
            return null;
        }
        var message = $"An earlier append to {stream} failed: {lost.Failure.Message}";
        return lost.Failure switch
        {
            JournalUnavailableException => new JournalUnavailableException(message, lost.Failure),
            DeadlineExpiredException => new DeadlineExpiredException(message, lost.Failure),
            _ => new JournalConflictException(message, lost.Failure),
        };
    }

    private JournaledEvent Row(long version, in NewEvent @event, in AppendContext context) => new(
        stream, version, @event.Type, @event.Schema, @event.Data.ToArray(),
        @event.OccurredAt is { } occurredAt ? JournalTime.Cut(occurredAt) : null,
        JournalTime.Cut(context.RecordedAt), context.Actor, context.Correlation, @event.Cause, @event.Work,
        new byte[HashChain.Length], Position.Start);
}
