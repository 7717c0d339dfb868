namespace SupplyChain.Planner.Map;

/// <summary>A way that is travelled, as far as it is known.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="LeftAt">When it began; null when it has not, or when that is unknown.</param>
/// <param name="ArrivesAt">When it is expected to end; null when that is unknown.</param>
public sealed record Journey(GeoPoint From, GeoPoint To, DateTimeOffset? LeftAt, DateTimeOffset? ArrivesAt)
{
    /// <summary>
    /// Where the traveller is by arithmetic: as far along the great circle as the time between leaving and arriving has
    /// passed. Without both it is where it began.
    /// </summary>
    public GeoPoint At(DateTimeOffset now) => (LeftAt, ArrivesAt) switch
    {
        ({ } left, { } arrives) when now >= arrives => left <= now ? To : From,
        ({ } left, { } arrives) => From.Towards(To, Math.Max(0, (now - left) / (arrives - left))),
        _ => From,
    };
}
