namespace SupplyChain.Planner.Lists;

/// <summary>
/// The rows a planner looks at. They change in place and never move: what is new is counted, what left the view stays
/// until the list is shown anew.
/// </summary>
/// <param name="page">What is shown.</param>
/// <param name="idOf">What tells one item from another.</param>
public sealed class ListRows<T>(Page<T> page, Func<T, string> idOf)
{
    private const int Slack = 20;
    private const int MaxRowsRead = 1_000;

    private readonly HashSet<string> _shown = [.. page.Items.Select(idOf)];

    /// <summary>What is shown, in its order.</summary>
    public IReadOnlyList<ListRow<T>> Rows { get; private set; } =
        [.. page.Items.Select(item => new ListRow<T>(item, IsGone: false))];

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? Next { get; } = page.Next;

    /// <summary>How many items belong between the rows and are not shown.</summary>
    public int New { get; private set; }

    /// <summary>How many to read so that every row is among them again, whatever came before it.</summary>
    public int ToRead => Math.Min(Rows.Count + New + Slack, MaxRowsRead);

    /// <summary>What is new, in words: only so many are looked for.</summary>
    public string NewWords => New > Rows.Count ? $"{New} or more" : Words.Number(New);

    /// <summary>Takes over what the list says now. Answers whether anything differs.</summary>
    public bool Update(Page<T> now)
    {
        var found = now.Items.ToDictionary(idOf);
        var lastShown = now.Items.Select((item, index) => _shown.Contains(idOf(item)) ? index : -1)
            .DefaultIfEmpty(-1).Max();
        var between = lastShown < 0 ? now.Items : now.Items.Take(lastShown + 1);
        var (rows, isBefore) = (Rows.ToArray(), now.Next is null);
        // From the end: a row that is missing before one that is there has left the view, and was not pushed out of it.
        for (var index = rows.Length - 1; index >= 0; index--)
        {
            var isThere = found.TryGetValue(idOf(rows[index].Item), out var item);
            isBefore |= isThere;
            rows[index] = new(isThere ? item! : rows[index].Item, !isThere && isBefore);
        }

        var fresh = between.Count(item => !_shown.Contains(idOf(item)));
        var differs = fresh != New || !rows.SequenceEqual(Rows);
        (Rows, New) = (rows, fresh);
        return differs;
    }
}
