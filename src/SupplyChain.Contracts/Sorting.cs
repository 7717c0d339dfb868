namespace SupplyChain;

/// <summary>
/// How the order of a list is written: fields of its items, the first counts most, separated by commas; <c>-</c> in
/// front is descending, as in <c>-priority,placedAt</c>. What is unknown (null) comes last in both directions, text is
/// compared by code point, a value of an enum by its place in the enum, and what is equal in all of them comes by id.
/// </summary>
public static class Sorting
{
    private const int MaxSortFields = 3;

    /// <summary>What is wrong with an order; null when nothing is, or when there is none.</summary>
    public static string? Fault(string? sort, Items<string> fields)
    {
        if (sort is null)
        {
            return null;
        }
        var wanted = Read(sort);
        if (wanted.Find(one => !fields.Contains(one.Field)) is { Field: { } unknown })
        {
            return fields.Count == 0
                ? "This list has no other order than its own."
                : $"There is no field '{unknown}' to sort by: there are {string.Join(", ", fields)}.";
        }
        if (wanted.Count > MaxSortFields)
        {
            return $"A list is sorted by at most {MaxSortFields} fields.";
        }
        return wanted.DistinctBy(one => one.Field).Count() < wanted.Count
            ? "A list is sorted by a field once."
            : null;
    }

    /// <summary>The fields, and whether each is descending; of an order without <see cref="Fault"/>.</summary>
    public static List<(string Field, bool Descending)> Read(string sort) =>
        [.. sort.Split(',').Select(field => field.StartsWith('-') ? (field[1..], true) : (field, false))];
}
