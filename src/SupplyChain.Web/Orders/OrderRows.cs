namespace SupplyChain.Orders;

/// <summary>
/// The rows a planner looks at. They change in place and never move: what is new is counted, what left the view stays
/// until the list is shown anew.
/// </summary>
internal sealed class OrderRows(Page<OrderSummary> page)
{
    private readonly HashSet<OrderId> _shown = [.. page.Items.Select(order => order.Number)];

    /// <summary>What is shown, in its order.</summary>
    public IReadOnlyList<OrderRow> Rows { get; private set; } =
        [.. page.Items.Select(order => new OrderRow(order, IsGone: false))];

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? Next { get; } = page.Next;

    /// <summary>How many orders belong between the rows and are not shown.</summary>
    public int New { get; private set; }

    /// <summary>How many to read so that every row is among them again, whatever came before it.</summary>
    public int ToRead => Math.Min(Rows.Count + New + Slack, MostRead);

    private const int Slack = 20;
    private const int MostRead = 1_000;

    /// <summary>Takes over what the list says now. Answers whether anything differs.</summary>
    public bool Update(Page<OrderSummary> now)
    {
        var found = now.Items.ToDictionary(order => order.Number);
        var lastShown = now.Items.Select((order, index) => _shown.Contains(order.Number) ? index : -1)
            .DefaultIfEmpty(-1).Max();
        var between = lastShown < 0 ? now.Items : now.Items.Take(lastShown + 1);
        var (rows, isBefore) = (Rows.ToArray(), now.Next is null);
        // From the end: a row that is missing before one that is there has left the view, and was not pushed out of it.
        for (var index = rows.Length - 1; index >= 0; index--)
        {
            var isThere = found.TryGetValue(rows[index].Order.Number, out var order);
            isBefore |= isThere;
            rows[index] = new(order ?? rows[index].Order, !isThere && isBefore);
        }

        var fresh = between.Count(order => !_shown.Contains(order.Number));
        var differs = fresh != New || !rows.SequenceEqual(Rows);
        (Rows, New) = (rows, fresh);
        return differs;
    }
}
