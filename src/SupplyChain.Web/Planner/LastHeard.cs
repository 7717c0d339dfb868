using System.Collections.Concurrent;
using SupplyChain.Operations;

namespace SupplyChain.Planner;

/// <summary>
/// When something was heard last of each kind of entity, so that what cannot have changed is not read again. What
/// happened while no page listened may have been anything.
/// </summary>
public sealed class LastHeard
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _of = [];
    private long _missedUntil = DateTimeOffset.MaxValue.UtcTicks;

    /// <summary>Whether something may have happened to entities of these kinds since a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="kinds">As an event's subject begins: <c>order</c>, <c>shipment</c>, …</param>
    public bool Since(DateTimeOffset moment, params ReadOnlySpan<string> kinds)
    {
        if (Volatile.Read(ref _missedUntil) >= moment.UtcTicks)
            return true;
        foreach (var kind in kinds)
        {
            if (_of.TryGetValue(kind, out var at) && at >= moment)
                return true;
        }

        return false;
    }

    /// <summary>Events were heard of.</summary>
    internal void Hear(IEnumerable<PublishedEvent> events, DateTimeOffset at)
    {
        foreach (var one in events)
            _of[one.Subject.Split('/')[0]] = at;
    }

    /// <summary>From this moment on everything is heard of.</summary>
    internal void Listen(DateTimeOffset from) => Volatile.Write(ref _missedUntil, from.UtcTicks);

    /// <summary>From now on nothing is heard of.</summary>
    internal void Rest() => Volatile.Write(ref _missedUntil, DateTimeOffset.MaxValue.UtcTicks);
}
