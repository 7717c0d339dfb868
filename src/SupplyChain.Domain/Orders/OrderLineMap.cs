using System.Collections.Immutable;

namespace SupplyChain.Orders;

internal static class OrderLineMap
{
    /// <summary>Every line changed; a line that comes back as it was costs nothing.</summary>
    public static ImmutableSortedDictionary<int, OrderLine> Map(
        this ImmutableSortedDictionary<int, OrderLine> lines, Func<OrderLine, OrderLine> change)
    {
        ImmutableSortedDictionary<int, OrderLine>.Builder? builder = null;
        foreach (var (number, line) in lines)
        {
            var changed = change(line);
            if (!ReferenceEquals(changed, line))
            {
                (builder ??= lines.ToBuilder())[number] = changed;
            }
        }
        return builder?.ToImmutable() ?? lines;
    }
}
