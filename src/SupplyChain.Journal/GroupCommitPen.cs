namespace SupplyChain.Journal;

/// <summary>The pen of every journal: it numbers and chains events at the moment they are decided, and hands them to
/// the group commit.</summary>
internal sealed class GroupCommitPen(GroupCommit journal, StreamId stream, long version, byte[] hash, PenGroup group)
    : Pen
{
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
        var number = group.Next();
        if (group.WhyBroken(number) is { } failure)
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
        var append = new PendingAppend(stream, group, number, rows, context.Deadline);
        journal.Enqueue(append);
        _version += rows.Length;
        _hash = previous;
        return append.Task;
    }

    private JournaledEvent Row(long version, in NewEvent @event, in AppendContext context) => new(
        stream, version, @event.Type, @event.Schema, @event.Data,
        @event.OccurredAt is { } occurredAt ? JournalTime.Cut(occurredAt) : null,
        JournalTime.Cut(context.RecordedAt), context.Actor, context.Correlation, @event.Cause, @event.Work,
        new byte[HashChain.Length], Position.Start);
}
