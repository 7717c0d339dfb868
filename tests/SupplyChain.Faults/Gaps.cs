using System.Collections.Concurrent;

namespace SupplyChain;

/// <summary>For how long nothing succeeded, by key.</summary>
internal sealed class Gaps
{
    private readonly ConcurrentDictionary<string, (TimeSpan Last, TimeSpan Longest)> _keys;

    /// <summary>Begins to watch keys; until their first success they are in a gap.</summary>
    public Gaps(IEnumerable<string> keys, TimeSpan from) =>
        _keys = new(keys.Select(key => KeyValuePair.Create(key, (from, TimeSpan.Zero))));

    /// <summary>Notes that something succeeded.</summary>
    public void Succeeded(string key, TimeSpan at) => _keys.AddOrUpdate(
        key, _ => (at, at), (_, gap) => (Later(gap.Last, at), Later(gap.Longest, at - gap.Last)));

    /// <summary>The longest gap of any key.</summary>
    public TimeSpan Longest(TimeSpan until) => _keys.Values.Max(gap => Later(gap.Longest, until - gap.Last));

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
