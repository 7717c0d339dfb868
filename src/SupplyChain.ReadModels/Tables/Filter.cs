using System.Globalization;

namespace SupplyChain.Tables;

/// <summary>A column that has to have one of some values; without any it does not filter.</summary>
internal sealed record Filter(string Column, object[] Values)
{
    /// <summary>Of a value and the values beside it.</summary>
    public static Filter Of<T>(string column, T? only, Items<T> several, Func<T, object> parameter) where T : struct =>
        new(column, [.. (only is { } value ? several.Append(value) : several).Distinct().Select(parameter)]);

    /// <summary>Of values of an enum.</summary>
    public static Filter Of<T>(string column, T? only, Items<T> several) where T : struct, Enum =>
        Of(column, only, several, value => Convert.ToInt64(value, CultureInfo.InvariantCulture));

    /// <summary>
    /// The ways that lead to the rows: one for each value of the first filter that has any, with the other filters as
    /// they are; one without any value when none has.
    /// </summary>
    public static IEnumerable<Filter[]> Ways(params Filter[] filters)
    {
        var first = Math.Max(0, Array.FindIndex(filters, filter => filter.Values.Length > 0));
        return filters[first].Values.Length == 0
            ? [filters]
            : filters[first].Values.Select(value =>
                filters.Select((filter, i) => i == first ? filter with { Values = [value] } : filter).ToArray());
    }
}
