namespace SupplyChain.Operations;

/// <summary>What a silo carries and could carry.</summary>
/// <param name="Actors">Movable actors.</param>
/// <param name="Weight">Its share beside the others': 1 as usual, less while it lags, 0 when it leaves.</param>
/// <param name="Kinds">The actors by kind.</param>
[GenerateSerializer, Immutable, Alias("silo-load")]
public sealed record SiloLoad(
    [property: Id(0)] int Actors, [property: Id(1)] double Weight, [property: Id(2)] Items<ActorCount> Kinds);
