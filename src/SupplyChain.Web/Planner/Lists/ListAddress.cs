using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace SupplyChain.Planner.Lists;

/// <summary>
/// The address of a list, which holds its filters, its sort and its page: <c>/orders?status=Placed&amp;sort=-units</c>.
/// What makes no sense in it is left out and named, so that an address from elsewhere never shows less than it says.
/// </summary>
public sealed class ListAddress
{
    private const string Shown = "columns";

    private static readonly string[] Places = ["after", "page"];
    private static readonly string[] NoFilters = ["sort", Shown, "view", "do", "open", "id", .. Places];

    private readonly string _path;
    private readonly IReadOnlyList<(string Name, string Value)> _parts;
    private readonly List<(string Name, string Value)> _leftOut;

    private ListAddress(
        string path, IReadOnlyList<(string Name, string Value)> parts,
        IEnumerable<(string Name, string Value)>? leftOut = null) =>
        (_path, _parts, _leftOut) = (path, parts, [.. leftOut ?? []]);

    /// <summary>The address a browser shows.</summary>
    public static ListAddress Of(string uri)
    {
        var address = new Uri(uri);
        return new(address.AbsolutePath,
        [
            .. QueryHelpers.ParseQuery(address.Query)
                .SelectMany(part => part.Value.Select(value => (part.Key, Value: value ?? "")))
                .Where(part => part.Value.Length > 0),
        ]);
    }

    /// <summary>Without what stands behind the question mark.</summary>
    public string Path => _path;

    /// <summary>Whether nothing is filtered.</summary>
    public bool IsEmpty => _parts.All(part => NoFilters.Contains(part.Name));

    /// <summary>The sort it asks for; null for the list's own.</summary>
    public string? Sort => One("sort");

    /// <summary>Where its page begins; null for the first.</summary>
    public string? After => One("after");

    /// <summary>Which page it is, from 1.</summary>
    public int Page => After is null ? 1 : int.TryParse(One("page"), out var page) && page > 1 ? page : 2;

    /// <summary>What of it was read and made no sense, as it stands there.</summary>
    public IReadOnlyList<string> LeftOut => [.. _leftOut.Select(part => part.Value).Distinct()];

    /// <summary>As it is written.</summary>
    public string Url => Write(_parts);

    /// <summary>
    /// The same without the columns, the row beside the list and a drawer over it, which do not change what is listed.
    /// </summary>
    public string ListUrl => Write([.. _parts.Where(part => part.Name is not ("id" or "do" or Shown))]);

    /// <summary>The columns it names; none for the usual ones.</summary>
    public IReadOnlyList<string> Columns => One(Shown)?.Split(',') ?? [];

    /// <summary>Its filters and its sort, as a saved view keeps them.</summary>
    public string Query => new ListAddress(
        "", [.. _parts.Where(part => part.Name is not ("id" or "do" or Shown) && !Places.Contains(part.Name))])
        .Url.TrimStart('?');

    /// <summary>The list without filters.</summary>
    public string Cleared => Write([.. _parts.Where(part => part.Name is "sort" or Shown)]);

    /// <summary>Every value of a filter.</summary>
    public string[] All(string name) => [.. _parts.Where(part => part.Name == name).Select(part => part.Value)];

    /// <summary>The value of a filter that has one.</summary>
    public string? One(string name) => _parts.FirstOrDefault(part => part.Name == name).Value;

    /// <summary>The identifiers a filter names.</summary>
    public Items<T> Ids<T>(string name) where T : struct, IIdentifier<T> =>
        Read<T>(name, text => Identifier.IsValid(text) ? T.Of(text) : null);

    /// <summary>The values of an enum a filter names.</summary>
    public Items<T> Enums<T>(string name) where T : struct, Enum => Read<T>(
        name, text => Enum.TryParse<T>(text, true, out var value) && Enum.IsDefined(value) ? value : null);

    /// <summary>The whole numbers a filter names, of those there can be.</summary>
    public Items<int> Numbers(string name, int from, int to) => Read<int>(
        name, text => int.TryParse(text, out var number) && number >= from && number <= to ? number : null);

    /// <summary>The whole number, 0 or more, a filter names.</summary>
    public long? Number(string name) =>
        Read<long>(name, text => long.TryParse(text, out var number) && number >= 0 ? number : null)
            .Select(number => (long?)number).FirstOrDefault();

    /// <summary>Whether a filter is set that is either set or not.</summary>
    public bool Flag(string name) => FlagOrNull(name) ?? false;

    /// <summary>Whether a filter is set that is either set or not; null when the address does not say.</summary>
    public bool? FlagOrNull(string name) =>
        Read<bool>(name, text => text is "true" or "false" ? text == "true" : null)
            .Select(flag => (bool?)flag).FirstOrDefault();

    /// <summary>The date a filter names.</summary>
    public DateOnly? Date(string name) =>
        Read<DateOnly>(name, text => Dates.TryDate(text, out var date) ? date : null)
            .Select(date => (DateOnly?)date).FirstOrDefault();

    /// <summary>Whether another address filters by the same, whatever its order and its page.</summary>
    public bool FiltersLike(ListAddress other) => Filters(this).SetEquals(Filters(other));

    /// <summary>The date or instant a filter names.</summary>
    public DateTimeOffset? Instant(string name) =>
        Read<DateTimeOffset>(name, text => Dates.TryDateOrInstant(text, out var instant) ? instant : null)
            .Select(instant => (DateTimeOffset?)instant).FirstOrDefault();

    /// <summary>The same list filtered so, from its first page.</summary>
    public ListAddress With(string name, params IEnumerable<string?> values) => new(_path,
    [
        .. _parts.Where(part => part.Name != name && !Places.Contains(part.Name)),
        .. values.Where(value => !string.IsNullOrEmpty(value)).Select(value => (name, value!)),
    ],
    _leftOut);

    /// <summary>The same page of the list in other columns; the usual ones when none is named.</summary>
    public ListAddress Showing(IReadOnlyCollection<string> columns) => new(_path,
    [
        .. _parts.Where(part => part.Name != Shown),
        .. columns.Count == 0 ? [] : new[] { (Shown, string.Join(',', columns)) },
    ],
    _leftOut);

    /// <summary>The address of another page of this list.</summary>
    public string At(string? after, int page) => Write(
    [
        .. _parts.Where(part => !Places.Contains(part.Name)),
        .. after is null ? [] : new[] { ("after", after), ("page", Words.Plain(page)) },
    ]);

    /// <summary>The same page of the list with a row shown beside it; null for none.</summary>
    public string Selecting(string? id) => Write(
    [
        .. _parts.Where(part => part.Name != "id"),
        .. id is null ? [] : new[] { ("id", id) },
    ]);

    /// <summary>The address of a file of everything that is listed here, in REST.</summary>
    public string Exported(string path, string format) => new ListAddress(
        $"{path}/export",
        [
            ("format", format),
            .. _parts.Except(_leftOut).Where(part => !Places.Contains(part.Name) && part.Name != "id"),
        ]).Url;

    /// <summary>The same list sorted by a field: ascending, then descending, then as the list is by itself.</summary>
    public string SortedBy(string field, bool descendingFirst)
    {
        var (first, second) = descendingFirst ? ($"-{field}", field) : (field, $"-{field}");
        return With("sort", Sort == first ? second : Sort == second ? null : first).Url;
    }

    private static HashSet<(string, string)> Filters(ListAddress address) =>
        [.. address._parts.Where(part => !NoFilters.Contains(part.Name))];

    private Items<T> Read<T>(string name, Func<string, T?> read) where T : struct
    {
        List<T> values = [];
        foreach (var text in All(name))
        {
            if (read(text) is { } value)
                values.Add(value);
            else if (!_leftOut.Contains((name, text)))
                _leftOut.Add((name, text));
        }

        return values.ToItems();
    }

    private string Write(IReadOnlyCollection<(string Name, string Value)> parts) => parts.Count == 0
        ? _path
        : $"{_path}?{string.Join('&', parts.Select(part => $"{part.Name}={WebUtility.UrlEncode(part.Value)}"))}";
}
