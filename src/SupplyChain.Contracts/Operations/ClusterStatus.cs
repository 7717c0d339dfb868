namespace SupplyChain.Operations;

/// <summary>How the coordinator is.</summary>
/// <param name="LastEvent">The newest event's place in the journal.</param>
/// <param name="ProjectedEvent">How far the read models are.</param>
/// <param name="LagMs">Age in ms of the oldest event the read models have not seen; 0 when they have seen all.</param>
/// <param name="DueWork">Streams with something unfinished.</param>
/// <param name="Rebuild">Progress of a rebuild in percent; null when none runs.</param>
/// <param name="Silos">The silos.</param>
/// <param name="Oldest">Unfinished streams whose newest event is the oldest, at most five: what is stuck?</param>
/// <param name="CommitsPerSecond">Commits of all silos that answered, over the last ten seconds.</param>
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
