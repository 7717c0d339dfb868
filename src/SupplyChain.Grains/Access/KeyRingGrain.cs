using Orleans.Concurrency;
using SupplyChain.Tenants;

namespace SupplyChain.Access;

/// <summary>The keys of a tenant.</summary>
[GrainType("key-ring"), Reentrant]
public sealed class KeyRingGrain(ActorServices services, TenantDirectory tenants)
    : JournaledActor<KeyRing, KeyEvent>(services), IKeyRingGrain
{
    /// <inheritdoc/>
    public async Task<CreatedKeyReply> Create(CreateKey command)
    {
        if (!await tenants.ExistsAsync(Tenant))
        {
            return Replies.Invalid<CreatedKeyReply, CreatedKey>(
                [new("/tenant", FaultCodes.UnknownTenant, $"There is no tenant '{Tenant}'.")]);
        }
        var (id, text, digest) = KeyText.Make();
        return await Commit(
            ring => KeyRing.Decide(ring, command, (id, digest), Now),
            (ring, decision) => Replies.To<CreatedKeyReply, CreatedKey, KeyEvent>(
                decision, decision.Accepted ? new(ring.Keys[id.Value].Details(), text) : null, ReplyStatus.Created));
    }

    /// <inheritdoc/>
    public Task<KeyReply> Revoke(RevokeKey command) => Commit(
        ring => KeyRing.Decide(ring, command),
        (ring, decision) => ring.Keys.TryGetValue(command.Id.Value, out var key)
            ? Replies.To<KeyReply, KeyDetails, KeyEvent>(decision, key.Details())
            : Replies.NotFound<KeyReply, KeyDetails>());

    /// <inheritdoc/>
    public async Task<Items<KeyDetails>> List()
    {
        var used = await GrainFactory.GetGrain<IKeyUseActor>(this.GetPrimaryKeyString()).All();
        var lastUse = used.ToDictionary(use => use.Key, use => use.At);
        return await Read(ring => ring.Keys.Values
            .OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Id)
            .Select(key => key.Details(lastUse.TryGetValue(key.Id, out var at) ? at : null))
            .ToItems());
    }
}
