using System.Runtime.CompilerServices;

namespace SupplyChain.Planner.Map;

/// <summary>Where travellers are, worked out once a moment for all maps of this process that show them.</summary>
public sealed class Positions
{
    /// <summary>Maps are told that often; the moments in between are not seen.</summary>
    private static readonly long Moment = TimeSpan.FromMilliseconds(200).Ticks;

    private readonly ConditionalWeakTable<Journey, Known> _known = [];

    /// <summary>The moment that a time belongs to.</summary>
    public static DateTimeOffset MomentOf(DateTimeOffset now) => now.AddTicks(-(now.UtcTicks % Moment));

    /// <summary>Where someone is at a moment.</summary>
    public GeoPoint At(Journey journey, DateTimeOffset moment)
    {
        if (_known.TryGetValue(journey, out var known) && known.Moment == moment)
            return known.Place;
        var place = journey.At(moment);
        _known.AddOrUpdate(journey, new(moment, place));
        return place;
    }

    private sealed record Known(DateTimeOffset Moment, GeoPoint Place);
}
