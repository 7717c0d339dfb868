using System.Collections.Concurrent;
using Orleans.Runtime;

namespace SupplyChain.Operations;

/// <summary>The movable actors that live in this silo.</summary>
public sealed class ActorRegistry(TimeProvider time)
{
    /// <summary>How long a settled actor stays in memory: a repeat of what settled it finds it there.</summary>
    internal static readonly TimeSpan MaxSettledAge = TimeSpan.FromSeconds(15);

    /// <summary>How long an actor stays in memory that waits for something, as an order does for its
    /// release.</summary>
    internal static readonly TimeSpan MaxRestAge = TimeSpan.FromMinutes(3);

    // Idle ones move first, hot ones last.
    private static readonly TimeSpan[] Idleness =
        [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.Zero];

    private readonly ConcurrentDictionary<GrainId, IMovableActor> _actors = new();
    private readonly ConcurrentDictionary<string, int> _kinds = new();
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many there are of each kind.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    /// <summary>Who they are.</summary>
    public IEnumerable<GrainId> Ids => _actors.Select(actor => actor.Key);

    /// <summary>One was activated.</summary>
    public void Add(IMovableActor actor)
    {
        if (_actors.TryAdd(actor.Context.GrainId, actor))
        {
            Change(actor, 1);
        }
    }

    /// <summary>One left.</summary>
    public void Remove(IMovableActor actor)
    {
        if (_actors.TryRemove(KeyValuePair.Create(actor.Context.GrainId, actor)))
        {
            Change(actor, -1);
        }
    }

    /// <summary>Actors that could move now, the longest idle first.</summary>
    public IEnumerable<IMovableActor> IdleFirst()
    {
        var given = new HashSet<GrainId>();
        foreach (var idle in Idleness)
        {
            foreach (var (id, actor) in _actors)
            {
                if (!actor.IsBusy && time.GetElapsedTime(actor.LastAsked) >= idle && given.Add(id))
                {
                    yield return actor;
                }
            }
        }
    }

    /// <summary>Actors that were not asked for so long that they need not be in memory.</summary>
    /// <param name="ahead">How far ahead to look, as if none were asked until then.</param>
    public IEnumerable<IMovableActor> Overdue(TimeSpan ahead = default)
    {
        foreach (var (_, actor) in _actors)
        {
            var idle = time.GetElapsedTime(actor.LastAsked) + ahead;
            if (idle >= MaxSettledAge && !actor.IsBusy && idle >= actor.MaxIdleAge)
            {
                yield return actor;
            }
        }
    }

    private void Change(IMovableActor actor, int by)
    {
        Interlocked.Add(ref _count, by);
        _kinds.AddOrUpdate(actor.Kind, by, (_, count) => count + by);
    }
}
