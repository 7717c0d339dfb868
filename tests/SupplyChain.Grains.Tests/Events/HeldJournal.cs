using SupplyChain.Inventory;
using SupplyChain.Journal;

namespace SupplyChain.Events;

/// <summary>The tail of a journal in memory, that a test holds or breaks.</summary>
internal sealed class HeldJournal : IJournal
{
    private readonly Lock _lock = new();
    private readonly List<JournaledEvent> _rows = [];
    private readonly ChangeSignal _tail = new();
    private volatile TaskCompletionSource? _held;
    private int _reads;

    /// <summary>How often its tail was read.</summary>
    public int Reads => _reads;

    /// <summary>How many reads are to fail.</summary>
    public int Failures { get; set; }

    /// <summary>Appends the definitions of products, one an event.</summary>
    public void Append(TenantId tenant, int count)
    {
        lock (_lock)
        {
            for (var i = 0; i < count; i++)
            {
                var number = _rows.Count + 1;
                var defined = new ProductEvent.Defined($"no. {number}", null, null, null);
                var (type, schema, data) = EventCodec.Encode(defined);
                _rows.Add(new(
                    new(tenant, "product", $"P{number}"), 1, type, schema, data, null, DateTimeOffset.UnixEpoch, "test",
                    "test", null, 0, [], new(0, 0, number)));
            }
        }
        _tail.Raise();
    }

    /// <summary>Whoever reads its tail from now on waits until it is let.</summary>
    public Action Hold()
    {
        var held = _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return () =>
        {
            _held = null;
            held.SetResult();
        };
    }

    public async Task<IReadOnlyList<JournaledEvent>> ReadTailAsync(
        Position after, int limit, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        // Only the follower can be told to stop: readers are not held.
        if (cancellationToken.CanBeCanceled && _held is { } held)
        {
            await held.Task.WaitAsync(cancellationToken);
        }
        if (cancellationToken.CanBeCanceled && Failures > 0)
        {
            Failures--;
            throw new JournalUnavailableException("down");
        }
        lock (_lock)
        {
            var from = (int)Math.Min(after.Number, _rows.Count);
            return _rows.GetRange(from, Math.Min(limit, _rows.Count - from));
        }
    }

    public Task<IReadOnlyList<JournaledEvent>> ReadBackAsync(
        Position before, int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Position> TailPositionAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult(_rows.Count == 0 ? default : _rows[^1].Position);
        }
    }

    public async Task WaitForTailAsync(Position after, CancellationToken cancellationToken = default)
    {
        var seen = _tail.Count;
        if (await TailPositionAsync(cancellationToken) <= after)
        {
            await _tail.WaitAsync(seen, TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    public Task<OpenedStream> OpenAsync(
        StreamId stream, int stateSchema, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<OpenedStream>> OpenAllAsync(
        IReadOnlyList<StreamId> streams, int stateSchema, PenGroup group,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Pen Continue(StreamId stream, long version, byte[] hash, PenGroup? group = null) =>
        throw new NotSupportedException();

    public Task BeatAsync() => throw new NotSupportedException();

    public Task<long> HeadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<JournaledEvent>> ReadStreamAsync(
        StreamId stream, long from, long to = long.MaxValue, int limit = int.MaxValue,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<JournaledEvent?> FindCauseAsync(
        StreamId stream, string cause, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<StreamId>> ListStreamsAsync(
        TenantId tenant, string kind, string prefix = "", string after = "", int limit = 1_000,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<StreamHead>> HeadsAsync(string kind, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<long?> AboutEventsAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task SaveSnapshotAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
