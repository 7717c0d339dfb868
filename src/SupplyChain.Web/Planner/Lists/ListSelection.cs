namespace SupplyChain.Planner.Lists;

/// <summary>
/// What a planner selected in a list, over its pages, as it was seen when it was selected or shown last. It belongs to
/// the filters it was made under.
/// </summary>
/// <param name="idOf">What tells one item from another.</param>
/// <param name="versionOf">Its version: an older one does not replace a newer one.</param>
/// <param name="most">How many can be selected.</param>
public sealed class ListSelection<T>(Func<T, string> idOf, Func<T, long> versionOf, int most)
{
    private readonly Dictionary<string, T> _picked = [];
    private string? _last;
    private ListAddress? _under;

    /// <summary>What is selected, in the order it was.</summary>
    public IReadOnlyCollection<T> Items => _picked.Values;

    /// <summary>How many are.</summary>
    public int Count => _picked.Count;

    /// <summary>How many can be.</summary>
    public int Most => most;

    /// <summary>The address it was made under; null when nothing is selected.</summary>
    public ListAddress? Under => Count == 0 ? null : _under;

    /// <summary>Whether an item is selected.</summary>
    public bool Has(T item) => _picked.ContainsKey(idOf(item));

    /// <summary>Whether it was made under other filters than an address has.</summary>
    public bool IsOfAnother(ListAddress address) => Under is { } under && !under.FiltersLike(address);

    /// <summary>
    /// Selects an item or no longer; a range makes everything from the last one on the page like that one.
    /// </summary>
    public void Pick(T item, bool isRange, IReadOnlyList<T> page, ListAddress under)
    {
        var (here, last) = (IndexOf(page, idOf(item)), _last is null ? -1 : IndexOf(page, _last));
        if (isRange && here >= 0 && last >= 0)
        {
            var on = Has(page[last]);
            foreach (var one in page.Skip(Math.Min(here, last)).Take(Math.Abs(here - last) + 1))
                Set(one, on);
        }
        else
        {
            Set(item, !Has(item));
        }

        (_last, _under) = (idOf(item), under);
    }

    /// <summary>Selects all of a page, or none of it any more.</summary>
    public void PickAll(IEnumerable<T> page, bool on, ListAddress under)
    {
        foreach (var item in page)
            Set(item, on);
        _under = under;
    }

    /// <summary>What is selected is known as it is shown now.</summary>
    public void See(IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            if (_picked.TryGetValue(idOf(item), out var known) && versionOf(item) >= versionOf(known))
                _picked[idOf(item)] = item;
        }
    }

    /// <summary>Selects nothing.</summary>
    public void Clear()
    {
        _picked.Clear();
        _last = null;
    }

    private void Set(T item, bool on)
    {
        if (!on)
            _picked.Remove(idOf(item));
        else if (Count < most)
            _picked[idOf(item)] = item;
    }

    private int IndexOf(IReadOnlyList<T> page, string id)
    {
        for (var index = 0; index < page.Count; index++)
        {
            if (idOf(page[index]) == id)
                return index;
        }

        return -1;
    }
}
