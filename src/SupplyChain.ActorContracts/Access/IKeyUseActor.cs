using Orleans.Concurrency;

namespace SupplyChain.Access;

/// <summary>When the keys of a tenant were used last: <c>tenant/keys</c>.</summary>
[GrainInterfaceType("key-use-actor"), Alias("key-use-actor")]
public interface IKeyUseActor : IGrainWithStringKey
{
    /// <summary>Remembers uses that a silo has seen.</summary>
    [Alias("remember"), OneWay] Task Remember(Items<KeyUse> uses);

    /// <summary>The last use of each key that was ever used.</summary>
    [Alias("all")] Task<Items<KeyUse>> All();
}

/// <summary>A key was used.</summary>
[GenerateSerializer, Immutable, Alias("key-use")]
public sealed record KeyUse([property: Id(0)] KeyId Key, [property: Id(1)] DateTimeOffset At);
