namespace SupplyChain.Journal;

/// <summary>
/// The append-only journal. Implementations never let a provider's exception out: everything unable is a
/// <see cref="JournalUnavailableException"/>.
/// </summary>
public interface IJournal
{
    /// <summary>
    /// Reads a stream from its newest snapshot on and opens it for appending. A stream that was never written is empty.
    /// </summary>
    Task<OpenedStream> OpenAsync(StreamId stream, int stateSchema, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same for all streams that one activation owns, in few reads. Their writers form a group.
    /// </summary>
    Task<IReadOnlyList<OpenedStream>> OpenAllAsync(
        IReadOnlyList<StreamId> streams, int stateSchema, PenGroup group,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Goes on appending where another activation of the stream's actor stopped, without reading. When that was not the
    /// newest version, the next append conflicts. The writer is alone unless it belongs to a group.
    /// </summary>
    Pen Continue(StreamId stream, long version, byte[] hash, PenGroup? group = null);

    /// <summary>Proves that something can be written durably, and leaves no event.</summary>
    Task BeatAsync();

    /// <summary>The version of the newest event, 0 when there is none.</summary>
    Task<long> HeadAsync(StreamId stream, CancellationToken cancellationToken = default);

    /// <summary>
    /// A stream's events with <c>from ≤ version ≤ to</c>, in order, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<JournaledEvent>> ReadStreamAsync(
        StreamId stream, long from, long to = long.MaxValue, int limit = int.MaxValue,
        CancellationToken cancellationToken = default);

    /// <summary>The event of a stream that has a cause; null when there is none.</summary>
    Task<JournaledEvent?> FindCauseAsync(StreamId stream, string cause, CancellationToken cancellationToken = default);

    /// <summary>
    /// Streams of a kind whose id begins with <paramref name="prefix"/>: ordered by id, from behind
    /// <paramref name="after"/>, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<StreamId>> ListStreamsAsync(
        TenantId tenant, string kind, string prefix = "", string after = "", int limit = 1_000,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Every stream of a kind, of all tenants, with its newest version; for kinds of which a tenant has few.
    /// </summary>
    Task<IReadOnlyList<StreamHead>> HeadsAsync(string kind, CancellationToken cancellationToken = default);

    /// <summary>
    /// Events after a position in commit order, at most <paramref name="limit"/>. Never skips an event that commits
    /// later: whatever is returned, nothing before its last position can still appear.
    /// </summary>
    Task<IReadOnlyList<JournaledEvent>> ReadTailAsync(
        Position after, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same for followers of the tail: what this process has just written may come from memory. To examine what is
    /// stored, read the tail.
    /// </summary>
    Task<IReadOnlyList<JournaledEvent>> ReadNewsAsync(
        Position after, int limit, CancellationToken cancellationToken = default) =>
        ReadTailAsync(after, limit, cancellationToken);

    /// <summary>
    /// Events before a position, the newest first, at most <paramref name="limit"/>; of those that
    /// <see cref="ReadTailAsync"/> would return.
    /// </summary>
    Task<IReadOnlyList<JournaledEvent>> ReadBackAsync(
        Position before, int limit, CancellationToken cancellationToken = default);

    /// <summary>The position of the newest visible event.</summary>
    Task<Position> TailPositionAsync(CancellationToken cancellationToken = default);

    /// <summary>About how many events there are, at a low price; null when unknown.</summary>
    Task<long?> AboutEventsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Completes soon after something was appended behind the position; also after a second without news.
    /// </summary>
    Task WaitForTailAsync(Position after, CancellationToken cancellationToken = default);

    /// <summary>Keeps a state for a faster start. Failure is logged, not thrown: nothing depends on it.</summary>
    Task SaveSnapshotAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default);
}
