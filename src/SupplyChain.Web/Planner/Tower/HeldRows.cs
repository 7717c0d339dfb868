using SupplyChain.Planner.Lists;

namespace SupplyChain.Planner.Tower;

/// <summary>Ranked rows that take their new places at once, but never under the pointer.</summary>
/// <param name="idOf">What tells one item from another.</param>
public sealed class HeldRows<T>(Func<T, string> idOf)
{
    private IReadOnlyList<T> _newest = [];

    /// <summary>What is shown; null before anything was read.</summary>
    public ListRows<T>? List { get; private set; }

    /// <summary>Whether the pointer or the focus is in them.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Takes over how it is now.</summary>
    /// <param name="items">The first so many.</param>
    /// <param name="hasMore">Whether there are more than these.</param>
    public void Take(IReadOnlyList<T> items, bool hasMore)
    {
        _newest = items;
        var page = new Page<T>(items.ToItems(), hasMore ? "" : null);
        if (IsHeld && List is not null)
            List.Update(page);
        else
            List = new(page, idOf);
    }

    /// <summary>The pointer or the focus came, or left.</summary>
    public void Hold(bool isHeld)
    {
        IsHeld = isHeld;
        if (!isHeld)
            Show();
    }

    /// <summary>Ranks them anew.</summary>
    public void Show()
    {
        if (List is not null)
            List = new(new Page<T>(_newest.ToItems(), List.Next), idOf);
    }
}
