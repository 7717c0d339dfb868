namespace SupplyChain.Operations;

/// <summary>One silo of the cluster.</summary>
/// <param name="Name">Its name, by which it can be drained.</param>
/// <param name="Status"><c>Active</c>; <c>Draining</c> while it gives its actors away; <c>Silent</c> when it does not
/// answer at once; else what the membership says, such as <c>Joining</c>.</param>
/// <param name="Actors">Actors that live in it, without the cluster's own.</param>
/// <param name="StartedAt">When it was started, by its own clock.</param>
/// <param name="Kinds">Its actors by kind.</param>
/// <param name="EventsPerSecond">Events it has written over the last ten seconds.</param>
/// <param name="Region">The region it serves, null when it serves any: warehouses of that region and their stock live
/// in such silos while there is one.</param>
[SchemaName("SiloStatus")]
public sealed record SiloStatusAnswer(
    string Name,
    string Status,
    int Actors,
    DateTimeOffset? StartedAt,
    Items<ActorCountAnswer> Kinds,
    double EventsPerSecond,
    string? Region)
{
    internal static SiloStatusAnswer Of(SiloStatus silo) => new(
        silo.Name,
        silo.Status,
        silo.Actors,
        silo.StartedAt,
        silo.Kinds.Each(ActorCountAnswer.Of),
        silo.EventsPerSecond,
        silo.Region);
}
