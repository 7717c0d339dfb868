using System.Collections.Concurrent;
using SupplyChain.Events;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>The types of events that a reader wants; none given: all.</summary>
internal sealed class PublishedTypes
{
    private const string Prefix = "supplychain.";

    private static readonly string[] Known = [.. EventData.Types.Keys.Order(StringComparer.Ordinal)];

    private static readonly ConcurrentDictionary<(string Type, int Schema), string> Names = new();

    private readonly HashSet<string>? _wanted;

    /// <summary>Takes names, and beginnings of names with a <c>*</c> behind them.</summary>
    /// <exception cref="UnknownEventTypeException">No event can have one of them.</exception>
    public PublishedTypes(Items<string> types) =>
        _wanted = types.Count == 0 ? null : [.. types.SelectMany(Fitting)];

    /// <summary>The name under which events of a stored type are published.</summary>
    public static string Name(string type, int schema) => Names.GetOrAdd(
        (type, schema), static stored => FormattableString.Invariant($"{Prefix}{stored.Type}.v{stored.Schema}"));

    /// <summary>Whether an event is wanted; under which type it is published is not looked up when all are.</summary>
    public bool Contains(FollowedEvent followed) => _wanted is null || _wanted.Contains(followed.Type);

    private static string[] Fitting(string type) => Fits(type) is { Length: > 0 } fitting
        ? fitting
        : throw new UnknownEventTypeException(
            $"No event has the type '{type}'; there are {string.Join(", ", Near(type))}, "
            + "and '*' may stand at the end.");

    private static string[] Fits(string type) => type.EndsWith('*')
        ? Array.FindAll(Known, known => known.StartsWith(type[..^1], StringComparison.Ordinal))
        : Array.FindAll(Known, known => known == type);

    /// <summary>What may have been meant; all there are only by their beginnings, since they are many.</summary>
    private static string[] Near(string type)
    {
        var full = type.StartsWith(Prefix, StringComparison.Ordinal) ? type : Prefix + type;
        if (full != type && full.EndsWith('*') && Fits(full).Length > 0)
            return [full];
        string[] longer = Fits(full + '*');
        var kind = Kind(full);
        string[] sameKind = Array.FindAll(Known, known => Kind(known) == kind);
        return longer.Length > 0 ? longer
            : sameKind.Length > 0 ? sameKind
            : [.. Known.Select(known => $"{Kind(known)}.*").Distinct()];
    }

    /// <summary>What a type is of: <c>supplychain.order</c>.</summary>
    private static string Kind(string type) => string.Join('.', type.Split('.').Take(2));
}
