using Orleans.Services;

namespace SupplyChain.Operations;

/// <summary>Answers for one silo what it carries. One lives in each silo.</summary>
/// <remarks>Silos alone use it; it is here because Orleans makes the id of a service of its assembly's name, and nodes
/// of release 0.1 look for it here.</remarks>
[GrainInterfaceType("balance"), Alias("balance")]
public interface IBalanceService : IGrainService
{
    /// <summary>What the silo carries.</summary>
    [Alias("load")] Task<SiloLoad> Load();

    /// <summary>Lets the silo finish, hand its actors over, and leave.</summary>
    [Alias("drain")] Task Drain();
}

/// <summary>What a silo carries and could carry.</summary>
/// <param name="Actors">Movable actors.</param>
/// <param name="Weight">Its share beside the others': 1 as usual, less while it lags, 0 when it leaves.</param>
/// <param name="Kinds">The actors by kind.</param>
/// <param name="CommitsPerSecond">Commits it has made over the last ten seconds.</param>
/// <param name="EventsPerSecond">Events in these commits.</param>
/// <param name="Region">The region it serves; null when it serves any.</param>
[GenerateSerializer, Immutable, Alias("silo-load")]
public sealed record SiloLoad(
    [property: Id(0)] int Actors, [property: Id(1)] double Weight, [property: Id(2)] Items<ActorCount> Kinds,
    [property: Id(3)] double CommitsPerSecond = 0, [property: Id(4)] double EventsPerSecond = 0,
    [property: Id(5)] string? Region = null);
