using System.Collections.Concurrent;

namespace SupplyChain;

/// <summary>For how long nothing succeeded, by key.</summary>
internal sealed class Gaps
{
    private readonly ConcurrentDictionary<string, (TimeSpan Last, Gap Longest)> _keys;

    /// <summary>Begins to watch keys; until their first success they are in a gap.</summary>
    public Gaps(IEnumerable<string> keys, TimeSpan from) =>
        _keys = new(keys.Select(key => KeyValuePair.Create(key, (from, new Gap(key, from, TimeSpan.Zero)))));

    /// <summary>Notes that something succeeded.</summary>
    public void Succeeded(string key, TimeSpan at) => _keys.AddOrUpdate(
        key, _ => (at, new(key, at, TimeSpan.Zero)),
        (_, known) => (
            known.Last > at ? known.Last : at, Longer(known.Longest, new(key, known.Last, at - known.Last))));

    /// <summary>The longest gap of any key.</summary>
    public Gap Longest(TimeSpan until) =>
        _keys.Select(key => Longer(key.Value.Longest, new(key.Key, key.Value.Last, until - key.Value.Last)))
            .MaxBy(gap => gap.Lasted)!;

    private static Gap Longer(Gap one, Gap other) => one.Lasted > other.Lasted ? one : other;
}
