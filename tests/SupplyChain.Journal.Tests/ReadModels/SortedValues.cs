using System.Text;
using SupplyChain.Operations;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

/// <summary>Sorts items in memory, by what they show.</summary>
internal static class SortedValues
{
    public static T[] InOrder<T>(IEnumerable<T> items, string sort, params string[] id)
    {
        var sorted = items.OrderBy(_ => 0);
        foreach (var one in sort.Split(',').Concat(id))
        {
            var (field, descending) = (one.TrimStart('-'), one.StartsWith('-'));
            sorted = sorted.ThenBy(item => Of(item, field) is null);
            sorted = descending
                ? sorted.ThenByDescending(item => Of(item, field), Comparer)
                : sorted.ThenBy(item => Of(item, field), Comparer);
        }
        return [.. sorted];
    }

    private static Comparer<object?> Comparer { get; } = Comparer<object?>.Create((left, right) =>
        (left, right) is (string a, string b)
            ? Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))
            : Comparer<object?>.Default.Compare(left, right));

    private static object? Of<T>(T item, string field) =>
        typeof(T).GetProperty(char.ToUpperInvariant(field[0]) + field[1..])!.GetValue(item) switch
        {
            Eta eta => eta.At,
            ShipmentReport report => report.At,
            ExceptionImpact impact => impact.Score,
            ShipmentExceptionDetails exception => exception.Kind,
            ValueType value when value.GetType().GetProperty("Value") is { } id => id.GetValue(value),
            var value => value,
        };
}
