using System.Text.Json;

namespace SupplyChain;

/// <summary>A query parameter as the OpenAPI document shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Kind">The kind of its value: string, integer or boolean.</param>
/// <param name="Values">The values it can have; none for any.</param>
/// <param name="Required">Whether it has to be there.</param>
internal sealed record QueryParameter(
    string Name, string Description, string Kind, IReadOnlyList<string> Values, bool Required)
{
    /// <summary>Whether it may be repeated; any of the values is then enough.</summary>
    public bool Repeats { get; private init; }

    /// <summary>What a request line holds, in bytes: no parameter of a query is longer.</summary>
    public const int LineLength = 8 * 1024;

    /// <summary>The most characters of a text.</summary>
    public int? MaxLength { get; init; } = Kind == "string" && Values.Count == 0 ? LineLength : null;

    /// <summary>What a text looks like.</summary>
    public string? Pattern { get; init; }

    /// <summary>The smallest number.</summary>
    public long? Minimum { get; init; } = Kind == "integer" ? 0 : null;

    /// <summary>The largest number.</summary>
    public long? Maximum { get; init; } = Kind == "integer" ? long.MaxValue : null;

    /// <summary>What every list understands.</summary>
    public static QueryParameter[] Paging { get; } =
    [
        Number("limit", "How many entries, 1 to 1,000; 100 when absent, larger is clamped.") with
        {
            Minimum = 1, Maximum = QueryReader.MaxPageLimit,
        },
        Text("after", "The 'next' of the page before.") with { MaxLength = QueryReader.MaxCursorLength },
    ];

    /// <summary>Asks for an entity as it was.</summary>
    public static QueryParameter Past { get; } = Moment(
        "asOf",
        "As it was: after the event of that version (a whole number), or as it was known at a date or instant.");

    /// <summary>What a list understands that can be sorted by some fields.</summary>
    public static QueryParameter[] Sorted(Items<string> fields) => [.. Paging, Sort(fields)];

    /// <summary>In which order a list is wanted.</summary>
    public static QueryParameter Sort(Items<string> fields) => Text(
        "sort",
        $"By at most three of {string.Join(", ", fields)}, separated by commas and the first counts most; '-' in "
        + "front of one is descending. What is unknown comes last in both directions, text is compared by code "
        + "point, an enum's values come in its order, and what is equal in all of them comes by id, ascending. "
        + "'after' belongs to one sort. An item that changes in what it is sorted by while pages are read may "
        + "come again or not at all, every other one comes once.");

    public static QueryParameter Text(string name, string description, bool required = false) =>
        new(name, description, "string", [], required);

    /// <summary>A date or an instant.</summary>
    public static QueryParameter Moment(string name, string description) =>
        Text(name, description) with { MaxLength = Dates.MaxInstantLength };

    public static QueryParameter Flag(string name, string description) =>
        new(name, description, "boolean", [], false);

    public static QueryParameter Number(string name, string description) =>
        new(name, description, "integer", [], false);

    /// <summary>One of the values of an enum, in any case.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="required">Whether it has to be there.</param>
    /// <param name="names">How answers write the values; null for as they are called.</param>
    public static QueryParameter OneOf<T>(
        string name, string description, bool required = false, JsonNamingPolicy? names = null)
        where T : struct, Enum => OneOf(typeof(T), name, description, required, names);

    /// <summary>The same of an enum that is known only when the program runs.</summary>
    public static QueryParameter OneOf(
        Type type, string name, string description, bool required = false, JsonNamingPolicy? names = null)
    {
        var values = Enum.GetNames(type).Select(value => names?.ConvertName(value) ?? value);
        return new(name, description, "string", [.. values], required);
    }

    /// <summary>The same with so many characters at most.</summary>
    public QueryParameter UpTo(int characters) => this with { MaxLength = characters };

    /// <summary>The same, which may be repeated.</summary>
    public QueryParameter Many() => this with { Repeats = true };
}
