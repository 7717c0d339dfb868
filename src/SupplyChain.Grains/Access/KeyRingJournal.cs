using SupplyChain.Journal;

namespace SupplyChain.Access;

/// <summary>
/// The keys of a tenant without their actor: how the first admin gets a key before any node runs. It decides as the
/// actor does and appends under the same fence, so that it may run beside nodes of a cluster.
/// </summary>
public sealed class KeyRingJournal(IJournal journal, IFeatureLevel level, TimeProvider time)
{
    private const string Caller = "keys verb";
    private const int MaxAttempts = 5;
    private static readonly TimeSpan AppendTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Creates a key.</summary>
    public Task<CreatedKeyReply> CreateAsync(
        TenantId tenant, CreateKey command, CancellationToken cancellationToken)
    {
        var (id, text, digest) = KeyText.Make();
        return ChangeAsync(
            tenant, (ring, now) => KeyRing.Decide(ring, command, (id, digest), now),
            (ring, decision) => Replies.To<CreatedKeyReply, CreatedKey, KeyEvent>(
                decision, decision.Accepted ? new(ring.Keys[id.Value].Details(), text) : null, ReplyStatus.Created),
            cancellationToken);
    }

    /// <summary>Revokes a key.</summary>
    public Task<KeyReply> RevokeAsync(TenantId tenant, KeyId id, CancellationToken cancellationToken) => ChangeAsync(
        tenant, (ring, _) => KeyRing.Decide(ring, new RevokeKey(id)),
        (ring, decision) => ring.Keys.TryGetValue(id.Value, out var key)
            ? Replies.To<KeyReply, KeyDetails, KeyEvent>(decision, key.Details())
            : Replies.NotFound<KeyReply, KeyDetails>(),
        cancellationToken);

    /// <summary>All of them, the newest first. When they were used last is not known here.</summary>
    public async Task<IReadOnlyList<KeyDetails>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (ring, _) = await OpenAsync(tenant, cancellationToken);
        return [.. ring.Keys.Values.OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Id)
            .Select(key => key.Details())];
    }

    private async Task<TReply> ChangeAsync<TReply>(
        TenantId tenant, Func<KeyRing, DateTimeOffset, Decision<KeyEvent>> decide,
        Func<KeyRing, Decision<KeyEvent>, TReply> reply, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (ring, pen) = await OpenAsync(tenant, cancellationToken);
            var now = JournalTime.Cut(time.GetUtcNow());
            var decision = decide(ring, now);
            var events = new NewEvent[decision.Count];
            for (var i = 0; i < events.Length; i++)
            {
                ring = KeyRing.Evolve(ring, decision[i], now);
                if (EventCodec.Encode(decision[i], level.Current) is not var (type, schema, data))
                    return reply(ring, new Refused(Refusal.NeedsUpgrade, "Run 'supplychain upgrade' first."));
                events[i] = new(type, schema, data, now, null, 0);
            }
            try
            {
                if (events.Length > 0)
                    await pen.AppendAsync(events, new(Caller, "", now, now + AppendTimeout));
                return reply(ring, decision);
            }
            catch (JournalConflictException) when (attempt < MaxAttempts)
            {
                // The actor of a node, or another verb, was first.
            }
        }
    }

    private async Task<(KeyRing Ring, Pen Pen)> OpenAsync(
        TenantId tenant, CancellationToken cancellationToken)
    {
        var opened = await journal.OpenAsync(
            new(tenant, KeyRing.Kind, IKeyRingGrain.Id), stateSchema: 0, cancellationToken);
        var ring = opened.Events.Aggregate(KeyRing.Initial, (ring, row) => KeyRing.Evolve(
            ring, EventCodec.Decode<KeyEvent>(row.Type, row.Schema, row.Data), row.RecordedAt));
        return (ring, opened.Pen);
    }
}
