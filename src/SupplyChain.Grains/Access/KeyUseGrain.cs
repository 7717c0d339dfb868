using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace SupplyChain.Access;

/// <summary>
/// When keys were used last. It is no decision, so it is in Orleans' grain storage and not in the journal; in
/// a crash the uses of the last minute are lost, and the list shows the ones before.
/// </summary>
[GrainType("key-use")]
public sealed class KeyUseGrain([FromKeyedServices("Default")] IGrainStorage storage) : Grain, IKeyUseActor
{
    private const string Name = "key-use";

    private readonly GrainState<KeyUses> _stored = new(new());

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        storage.ReadStateAsync(Name, this.GetGrainId(), _stored);

    /// <inheritdoc/>
    public Task Remember(Items<KeyUse> uses)
    {
        var known = Known();
        foreach (var use in uses)
        {
            if (!known.TryGetValue(use.Key, out var at) || at < use.At)
                known[use.Key] = use.At;
        }
        _stored.State = new() { All = known.Select(use => new KeyUse(use.Key, use.Value)).ToItems() };
        return storage.WriteStateAsync(Name, this.GetGrainId(), _stored);
    }

    /// <inheritdoc/>
    public Task<Items<KeyUse>> All() => Task.FromResult((_stored.State ?? new()).All);

    private Dictionary<KeyId, DateTimeOffset> Known() =>
        (_stored.State ?? new()).All.ToDictionary(use => use.Key, use => use.At);
}

/// <summary>The last use of each key, as it is stored.</summary>
[GenerateSerializer, Alias("key-uses")]
internal sealed record KeyUses
{
    /// <summary>One a key.</summary>
    [Id(0)] public Items<KeyUse> All { get; init; }
}
