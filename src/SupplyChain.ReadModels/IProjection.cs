using SupplyChain.Journal;

namespace SupplyChain;

/// <summary>How far the read models are behind the journal.</summary>
public interface IProjection
{
    /// <summary>The read models show everything up to here.</summary>
    Position Position { get; }

    /// <summary>
    /// Whether it is this process that takes the journal into the read models. At most one of a cluster does, except
    /// for a moment after it stood still.
    /// </summary>
    bool Leads { get; }

    /// <summary>Progress of a rebuild in percent; null when none runs.</summary>
    double? RebuildPercent { get; }

    /// <summary>
    /// Whether the read models are new and do not yet show what the journal has: nothing is listed until they do.
    /// </summary>
    bool IsFilling { get; }

    /// <summary>
    /// Why this process cannot take the journal further, for as long as that lasts: an event that only a newer version
    /// can read. Null while it can, or while it is not its turn.
    /// </summary>
    string? Stopped { get; }

    /// <summary>Completes once the read models show everything up to a position; waits as long as that takes.</summary>
    Task WaitForAsync(Position position, CancellationToken cancellationToken = default);

    /// <summary>Age of the oldest event the read models do not show, zero when they show all.</summary>
    Task<TimeSpan> LagAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts building everything anew, beside the tables in use, and takes their place when it has caught up. Does
    /// nothing while one is running. Completes when the new tables are in use.
    /// </summary>
    Task RebuildAsync(CancellationToken cancellationToken = default);
}
