using System.Collections.Immutable;

namespace SupplyChain.Orders;

internal static class OrderLineMap
{
    /// <summary>Every line changed; a line that comes back as it was costs nothing.</summary>
    public static ImmutableSortedDictionary<int, OrderLine> Map(
        this ImmutableSortedDictionary<int, OrderLine>.Builder lines, Func<OrderLine, OrderLine> change)
    {
        foreach (var line in lines.Values.ToArray())
        {
            var changed = change(line);
            if (!ReferenceEquals(changed, line))
            {
                lines[line.Line] = changed;
            }
        }
        return lines.ToImmutable();
    }
}
