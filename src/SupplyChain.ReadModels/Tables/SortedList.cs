namespace SupplyChain.Tables;

/// <summary>
/// A list in the order of a query. A place in it is the values of the last item shown, the id included: an item
/// that does not change is shown once, whatever is inserted or changed before the next page. One that changes in a
/// value it is sorted by is where it is then, and may be shown again or not at all.
/// </summary>
/// <param name="name">The list's name in cursors.</param>
/// <param name="id">The fields that no two items share.</param>
/// <param name="keys">What it can be sorted by.</param>
internal sealed class SortedList<T>(string name, string[] id, params SortKey<T>[] keys)
{
    /// <summary>The names of what it can be sorted by.</summary>
    public Items<string> Fields { get; } = keys.Select(key => key.Field).ToItems();

    /// <summary>
    /// One page. <paramref name="select"/> begins a question about columns of the list with all its conditions, of
    /// which <paramref name="list"/> says whether they leave anything out.
    /// </summary>
    public Page<T> Read(
        IReadSession session, PageQuery page, (string Columns, bool Filtered) list, Func<string, ReadQuery> select,
        Func<IRow, T> item)
    {
        var sort = page.Sort!;
        if (Sorting.Fault(sort, Fields) is { } fault)
        {
            throw new MalformedSortException(fault);
        }
        var order = Order(sort);
        var after = SortedCursor.Read(name, sort, page.After, order);
        var whole = list.Filtered || !order[0].Indexed;
        var parts = new SortedParts<T>(session.Dialect, order, whole, list.Columns, select);
        var items = new List<T>();
        foreach (var question in parts.Questions(session, after))
        {
            items.AddRange(question.With(page.Size() + 1 - items.Count).All(session, item));
            if (items.Count > page.Size())
            {
                break;
            }
        }
        return Pages.Of(page, items, last => SortedCursor.Write(name, sort, order.Select(key => key.Value(last))));
    }

    /// <summary>The fields asked for, then those of the id; what comes behind the id decides nothing.</summary>
    private SortKey<T>[] Order(string sort)
    {
        var order = new List<SortKey<T>>();
        var missing = id.ToHashSet();
        foreach (var (field, descending) in Sorting.Read(sort).Concat(id.Select(one => (one, false))))
        {
            if (missing.Count > 0 && order.TrueForAll(key => key.Field != field))
            {
                order.Add(keys.Single(key => key.Field == field) with { Descending = descending });
                missing.Remove(field);
            }
        }
        return [.. order];
    }
}
