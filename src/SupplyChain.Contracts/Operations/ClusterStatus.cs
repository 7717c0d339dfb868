namespace SupplyChain.Operations;

/// <summary>How the coordinator is.</summary>
/// <param name="LastEvent">The newest event's place in the journal.</param>
/// <param name="ProjectedEvent">How far the read models are.</param>
/// <param name="LagMs">Age in ms of the oldest event the read models have not seen; 0 when they have seen all.</param>
/// <param name="DueWork">
/// Streams with something unfinished: of all tenants; for callers of another than the home tenant, their own.
/// </param>
/// <param name="Rebuild">Progress of a rebuild in percent; null when none runs.</param>
/// <param name="Silos">The silos; none for callers of another than the home tenant.</param>
/// <param name="Oldest">Unfinished streams whose newest event is the oldest, at most five: what is stuck?</param>
/// <param name="CommitsPerSecond">
/// Commits of all silos that answered, over the last ten seconds; 0 for callers of another than the home tenant.
/// </param>
/// <param name="EventsPerSecond">Events in these commits.</param>
/// <param name="BusinessTime">
/// What time it is for planners: against its day lateness is judged. It differs from the present only in a demo world.
/// </param>
/// <param name="FeatureLevel">Which feature level the database has; 0 from a node that does not know levels.</param>
/// <param name="NewestFeatureLevel">The highest level the answering node reads.</param>
/// <param name="ReadModelsStopped">Why the read models cannot be taken further; null while they can.</param>
[GenerateSerializer, Immutable, Alias("cluster-status")]
public sealed record ClusterStatus(
    [property: Id(0)] string LastEvent,
    [property: Id(1)] string ProjectedEvent,
    [property: Id(2)] long LagMs,
    [property: Id(3)] long DueWork,
    [property: Id(4)] double? Rebuild,
    [property: Id(5)] Items<SiloStatus> Silos,
    [property: Id(6)] Items<DueStream> Oldest,
    [property: Id(7)] double CommitsPerSecond,
    [property: Id(8)] double EventsPerSecond,
    [property: Id(9)] DateTimeOffset? BusinessTime = null,
    [property: Id(10)] int FeatureLevel = 0,
    [property: Id(11)] int NewestFeatureLevel = 0,
    [property: Id(12)] string? ReadModelsStopped = null);

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

/// <summary>How many actors of a kind live in a silo.</summary>
/// <param name="Kind">For example <c>order</c>.</param>
/// <param name="Actors">How many.</param>
[GenerateSerializer, Immutable, Alias("actor-count")]
public sealed record ActorCount([property: Id(0)] string Kind, [property: Id(1)] int Actors);

/// <summary>A stream with something begun and not finished.</summary>
/// <param name="Stream">For example <c>order/ERP-4711</c>.</param>
/// <param name="Since">When its newest event was recorded.</param>
[GenerateSerializer, Immutable, Alias("due-stream")]
public sealed record DueStream([property: Id(0)] string Stream, [property: Id(1)] DateTimeOffset Since);
