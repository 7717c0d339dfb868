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
[GenerateSerializer, Immutable, Alias("silo-status")]
public sealed record SiloStatus(
    [property: Id(0)] string Name,
    [property: Id(1)] string Status,
    [property: Id(2)] int Actors,
    [property: Id(3)] DateTimeOffset? StartedAt,
    [property: Id(4)] Items<ActorCount> Kinds,
    [property: Id(5)] double EventsPerSecond,
    [property: Id(6)] string? Region = null);
