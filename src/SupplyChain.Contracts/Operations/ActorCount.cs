namespace SupplyChain.Operations;

/// <summary>How many actors of a kind live in a silo.</summary>
/// <param name="Kind">For example <c>order</c>.</param>
/// <param name="Actors">How many.</param>
[GenerateSerializer, Immutable, Alias("actor-count")]
public sealed record ActorCount([property: Id(0)] string Kind, [property: Id(1)] int Actors);
