using SupplyChain.Operations;

namespace SupplyChain.Journal;

/// <summary>A journal in memory: a test makes another one of its rows, changed as it likes.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly Lock _lock = new();
    private readonly TailSignal _tail = new();
    private readonly List<JournaledEvent> _rows = [];
    private readonly Dictionary<StreamId, List<JournaledEvent>> _streams = [];
    private readonly Dictionary<StreamId, Snapshot> _snapshots = [];

    /// <summary>The rows in commit order.</summary>
    public IReadOnlyList<JournaledEvent> Rows => _rows;

    /// <summary>The feature level that events are written by.</summary>
    public int Level { get; set; } = FeatureLevel.Newest;

    /// <summary>How many events of single streams were read.</summary>
    public int EventsReread { get; private set; }

    /// <summary>A journal of rows as they are, but numbered and chained anew.</summary>
    public static MemoryJournal Of(IEnumerable<JournaledEvent> rows)
    {
        var journal = new MemoryJournal();
        foreach (var row in rows)
        {
            journal.Add(row);
        }
        return journal;
    }

    /// <summary>Appends events to a stream.</summary>
    public void Append(StreamId stream, IEnumerable<object> events, UnfinishedWork work, DateTimeOffset at,
        string? cause)
    {
        foreach (var @event in events)
        {
            var (type, schema, data) = EventCodec.Encode(@event, Level)!.Value;
            Add(new(
                stream, 0, type, schema, data, JournalTime.Cut(at), JournalTime.Cut(at), "tester", "test",
                cause, (int)work, [], default));
            cause = null;
        }
    }

    /// <summary>Appends a row as the next version of its stream.</summary>
    public void Add(JournaledEvent row)
    {
        lock (_lock)
        {
            var stream = Stream(row.Stream);
            var next = row with { Version = stream.Count + 1, Hash = new byte[HashChain.Length] };
            HashChain.Compute(stream.Count == 0 ? [] : stream[^1].Hash, next, next.Hash);
            AddAsItIs(next);
        }
    }

    /// <summary>Appends a row with the version and hash it has.</summary>
    public void AddAsItIs(JournaledEvent row)
    {
        lock (_lock)
        {
            row = row with { Position = new(0, 0, _rows.Count + 1) };
            _rows.Add(row);
            Stream(row.Stream).Add(row);
        }
        _tail.Publish(row.Position);
    }

    public Task<IReadOnlyList<JournaledEvent>> ReadStreamAsync(
        StreamId stream, long from, long to = long.MaxValue, int limit = int.MaxValue,
        CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            var rows = Stream(stream).Where(row => row.Version >= from && row.Version <= to).Take(limit).ToArray();
            EventsReread += rows.Length;
            return Task.FromResult<IReadOnlyList<JournaledEvent>>(rows);
        }
    }

    public Task<IReadOnlyList<JournaledEvent>> ReadTailAsync(
        Position after, int limit, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            var from = (int)Math.Min(after.Number, _rows.Count);
            return Task.FromResult<IReadOnlyList<JournaledEvent>>(
                _rows.GetRange(from, Math.Min(limit, _rows.Count - from)));
        }
    }

    public Task<IReadOnlyList<JournaledEvent>> ReadBackAsync(
        Position before, int limit, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<JournaledEvent>>(
                [.. _rows.Where(row => row.Position < before).Reverse().Take(limit)]);
        }
    }

    public Task<long?> AboutEventsAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult<long?>(_rows.Count);
        }
    }

    public Task<Position> TailPositionAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult(_rows.Count == 0 ? default : _rows[^1].Position);
        }
    }

    public Task WaitForTailAsync(Position after, CancellationToken cancellationToken = default) =>
        _tail.WaitAsync(after, cancellationToken);

    public Task SaveSnapshotAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        _snapshots[stream] = snapshot;
        return Task.CompletedTask;
    }

    public Pen Continue(StreamId stream, long version, byte[] hash, PenGroup? group = null) =>
        throw new NotSupportedException();

    public async Task<IReadOnlyList<OpenedStream>> OpenAllAsync(
        IReadOnlyList<StreamId> streams, int stateSchema, PenGroup group,
        CancellationToken cancellationToken = default) =>
        await Task.WhenAll(streams.Select(stream => OpenAsync(stream, stateSchema, cancellationToken)));

    public Task<OpenedStream> OpenAsync(StreamId stream, int stateSchema, CancellationToken cancellationToken = default)
    {
        var snapshot = _snapshots.GetValueOrDefault(stream);
        lock (_lock)
        {
            var rows = Stream(stream).Where(row => row.Version > (snapshot?.Version ?? 0)).ToArray();
            return Task.FromResult(new OpenedStream(snapshot, rows, null!));
        }
    }

    /// <inheritdoc/>
    public Task BeatAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<long> HeadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult((long)Stream(stream).Count);
        }
    }

    public Task<JournaledEvent?> FindCauseAsync(
        StreamId stream, string cause, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<StreamId>> ListStreamsAsync(
        TenantId tenant, string kind, string prefix = "", string after = "", int limit = 1_000,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<StreamHead>> HeadsAsync(string kind, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    private List<JournaledEvent> Stream(StreamId stream)
    {
        if (!_streams.TryGetValue(stream, out var rows))
        {
            _streams[stream] = rows = [];
        }
        return rows;
    }
}
