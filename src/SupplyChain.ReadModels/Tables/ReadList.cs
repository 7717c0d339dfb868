using System.Linq.Expressions;

namespace SupplyChain.Tables;

/// <summary>
/// A list, described once: its columns are what is read, what an item is made of and what it is sorted by. A place in
/// a sorted list is the values of the last item shown, the id included: an item that does not change is shown once,
/// whatever is inserted or changed before the next page. One that changes in a value it is sorted by is where it is
/// then, and may be shown again or not at all.
/// </summary>
internal sealed class ReadList<T> where T : IListed
{
    private readonly string _name;
    private readonly string[] _id;
    private readonly string[] _columns;
    private readonly SortKey<T>[] _keys;

    /// <summary>Describes it.</summary>
    /// <param name="name">The list's name in cursors.</param>
    /// <param name="id">The fields that no two items share.</param>
    /// <param name="columns">Its columns, among them one for each argument of an item's constructor.</param>
    /// <exception cref="InvalidOperationException">An argument or a field to be sorted by is no column.</exception>
    public ReadList(string name, string[] id, params ReadColumn<T>[] columns)
    {
        (_name, _id) = (name, id);
        (_columns, Item) = Reading(columns);
        _keys =
        [
            .. T.SortFields.Select(field =>
                columns.FirstOrDefault(column => (column.Field ?? column.Name) == field)?.ToKey()
                ?? throw new InvalidOperationException($"The list {name} has no column '{field}' to be sorted by.")),
        ];
    }

    private ReadList(ReadList<T> other, Func<string, string> sql)
    {
        (_name, _id, Item) = (other._name, other._id, other.Item);
        _columns = Array.ConvertAll(other._columns, column => sql(column));
        _keys = Array.ConvertAll(other._keys, key => key with { Sql = sql(key.Sql) });
    }

    /// <summary>Makes an item of a row of <see cref="Columns"/>.</summary>
    public Func<IRow, T> Item { get; }

    /// <summary>How many columns an item is made of.</summary>
    public int Width => _columns.Length;

    /// <summary>The beginning of a question about all columns.</summary>
    public string Columns => $"SELECT {string.Join(", ", _columns)}";

    /// <summary>The same, of a table that has all of them.</summary>
    public string ColumnsOf(string table) => $"SELECT {string.Join(", ", _columns.Select(sql => $"{table}.{sql}"))}";

    /// <summary>The same list with a value in the place of a name in its SQL.</summary>
    public ReadList<T> With(string name, long value)
    {
        var text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(this, sql => sql.Replace(name, text, StringComparison.Ordinal));
    }

    /// <summary>
    /// One page by id, or in the order that is asked for. <paramref name="select"/> begins a question about columns of
    /// the list with all its conditions, of which <paramref name="filtered"/> says whether they leave anything out.
    /// </summary>
    public Page<T> Read(IReadSession session, PageQuery page, bool filtered, Func<string, ReadQuery> select) =>
        page.Sort is null ? ById(session, page, [select(Columns)]) : Sorted(session, page, filtered, select);

    /// <summary>One page by id, of the rows that any of several questions about all columns leads to.</summary>
    public Page<T> ById(IReadSession session, PageQuery page, IEnumerable<ReadQuery> ways)
    {
        var keys = Array.ConvertAll(_id, Key);
        var order = string.Join(", ", keys.Select(key => key.Sql));
        if (Cursor.Read(_name, page.After, _id.Length) is { } after)
        {
            var behind = $"AND ({order}) > ({string.Join(", ", after.Select(_ => "?"))})";
            ways = ways.Select(way => way.Add(behind, [.. after]));
        }
        var items = ReadQuery.First(page.Size() + 1, order, ways).All(session, Item);
        return Pages.Of(page, items, last => Cursor.Write(
            _name, Array.ConvertAll(keys, key => (string)key.Value(last)!)));
    }

    /// <summary>One page in the order that the page asks for.</summary>
    public Page<T> Sorted(IReadSession session, PageQuery page, bool filtered, Func<string, ReadQuery> select)
    {
        var sort = page.Sort!;
        if (Sorting.Fault(sort, T.SortFields) is { } fault)
        {
            throw new MalformedSortException(fault);
        }
        var order = Order(sort);
        var after = SortedCursor.Read(_name, sort, page.After, order);
        var whole = filtered || !order[0].Indexed;
        var parts = new SortedParts<T>(session.Dialect, order, whole, Columns, select);
        var items = new List<T>();
        foreach (var question in parts.Questions(session, after))
        {
            items.AddRange(question.With(page.Size() + 1 - items.Count).All(session, Item));
            if (items.Count > page.Size())
            {
                break;
            }
        }
        return Pages.Of(page, items, last => SortedCursor.Write(_name, sort, order.Select(key => key.Value(last))));
    }

    /// <summary>The fields asked for, then those of the id; what comes behind the id decides nothing.</summary>
    private SortKey<T>[] Order(string sort)
    {
        var order = new List<SortKey<T>>();
        var missing = _id.ToHashSet();
        foreach (var (field, descending) in Sorting.Read(sort).Concat(_id.Select(one => (one, false))))
        {
            if (missing.Count > 0 && order.TrueForAll(key => key.Field != field))
            {
                order.Add(Key(field) with { Descending = descending });
                missing.Remove(field);
            }
        }
        return [.. order];
    }

    private SortKey<T> Key(string field) => Array.Find(_keys, key => key.Field == field)!;

    /// <summary>The columns of the arguments of an item, in their order, and how an item is made of them.</summary>
    private static (string[] Columns, Func<IRow, T> Item) Reading(ReadColumn<T>[] columns)
    {
        var row = Expression.Parameter(typeof(IRow));
        var sql = new List<string>();
        var constructor = typeof(T).GetConstructors().Single();
        var arguments = constructor.GetParameters().Select(argument =>
        {
            var column = Array.Find(
                columns, one => one.Name.Equals(argument.Name, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException($"There is no column '{argument.Name}' of {typeof(T).Name}.");
            sql.AddRange(column.Sql);
            return column.ToArgument(argument, row, sql.Count - column.Sql.Length);
        }).ToArray();
        var item = Expression.Lambda<Func<IRow, T>>(Expression.New(constructor, arguments), row).Compile();
        return ([.. sql], item);
    }
}
