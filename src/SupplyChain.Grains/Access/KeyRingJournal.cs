using SupplyChain.Journal;

namespace SupplyChain.Access;

/// <summary>
/// The keys of a tenant without their actor: how the first admin gets a key before any node runs.
/// </summary>
public sealed class KeyRingJournal(IJournal journal, IFeatureLevel level, TimeProvider time)
{
    private readonly ActorlessStream<KeyRing, KeyEvent> _stream = new(journal, level, time, "keys verb");

    /// <summary>Creates a key.</summary>
    public Task<CreatedKeyReply> CreateAsync(
        TenantId tenant, CreateKey command, CancellationToken cancellationToken)
    {
        var (id, text, digest) = KeyText.Make();
        return _stream.ChangeAsync(
            Stream(tenant), (ring, now) => KeyRing.Decide(ring, command, (id, digest), now),
            (ring, decision) => Replies.To<CreatedKeyReply, CreatedKey, KeyEvent>(
                decision, decision.Accepted ? new(ring.Keys[id.Value].Details(), text) : null, ReplyStatus.Created),
            cancellationToken);
    }

    /// <summary>Revokes a key.</summary>
    public Task<KeyReply> RevokeAsync(TenantId tenant, KeyId id, CancellationToken cancellationToken) =>
        _stream.ChangeAsync(
            Stream(tenant), (ring, _) => KeyRing.Decide(ring, new RevokeKey(id)),
            (ring, decision) => ring.Keys.TryGetValue(id.Value, out var key)
                ? Replies.To<KeyReply, KeyDetails, KeyEvent>(decision, key.Details())
                : Replies.NotFound<KeyReply, KeyDetails>(),
            cancellationToken);

    /// <summary>All of them, the newest first. When they were used last is not known here.</summary>
    public async Task<IReadOnlyList<KeyDetails>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var ring = await _stream.ReadAsync(Stream(tenant), cancellationToken);
        return [.. ring.Keys.Values.OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Id)
            .Select(key => key.Details())];
    }

    private static StreamId Stream(TenantId tenant) => new(tenant, KeyRing.Kind, IKeyRingGrain.Id);
}
