namespace SupplyChain.Operations;

/// <summary>How many actors of a kind live in a silo.</summary>
/// <param name="Kind">For example <c>order</c>.</param>
/// <param name="Actors">How many.</param>
[SchemaName("ActorCount")]
public sealed record ActorCountAnswer(string Kind, int Actors)
{
    internal static ActorCountAnswer Of(ActorCount count) => new(count.Kind, count.Actors);
}
