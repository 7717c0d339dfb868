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
[SchemaName("ClusterStatus")]
public sealed record ClusterStatusAnswer(
    string LastEvent,
    string ProjectedEvent,
    long LagMs,
    long DueWork,
    double? Rebuild,
    Items<SiloStatusAnswer> Silos,
    Items<DueStreamAnswer> Oldest,
    double CommitsPerSecond,
    double EventsPerSecond,
    DateTimeOffset? BusinessTime,
    int FeatureLevel,
    int NewestFeatureLevel,
    string? ReadModelsStopped)
{
    internal static ClusterStatusAnswer Of(ClusterStatus status) => new(
        status.LastEvent,
        status.ProjectedEvent,
        status.LagMs,
        status.DueWork,
        status.Rebuild,
        status.Silos.Each(SiloStatusAnswer.Of),
        status.Oldest.Each(DueStreamAnswer.Of),
        status.CommitsPerSecond,
        status.EventsPerSecond,
        status.BusinessTime,
        status.FeatureLevel,
        status.NewestFeatureLevel,
        status.ReadModelsStopped);
}
