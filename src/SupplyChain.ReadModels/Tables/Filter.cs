using System.Globalization;

namespace SupplyChain.Tables;

/// <summary>A column that has to have one of some values; without any it does not filter.</summary>
internal sealed record Filter(string Column, object[] Values)
{
    /// <summary>Of values, and of one that has a member of its own.</summary>
    public static Filter Of<T>(string column, Items<T> values, T? only = null) where T : struct =>
        new(column, [.. (only is { } value ? values.Append(value) : values).Distinct().Select(Parameter)]);

    /// <summary>Of texts.</summary>
    public static Filter Of(string column, Items<string> values) => new(column, [.. values.Distinct()]);

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

    /// <summary>A number of what is one, the text of an identifier.</summary>
    private static object Parameter<T>(T value) where T : struct =>
        value is Enum or int ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : $"{value}";
}
