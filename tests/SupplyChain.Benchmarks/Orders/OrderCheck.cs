namespace SupplyChain.Orders;

/// <summary>
/// Looks at the result of a load from outside: nothing is sold twice, every acknowledged order is as it was answered,
/// allocations explain themselves, and what arrives goes to the lines that wait, by priority and then age.
/// </summary>
internal sealed class OrderCheck(NodeHttp http, OrderLoad load, OrderRun run, Dictionary<string, long> received)
{
    private const int MostFindings = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<string> _findings = [];

    /// <summary>Checks; what is wrong, nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        await QuietAsync("after the orders");
        var before = await OrdersAsync();
        foreach (var (index, order) in before)
        {
            Compare(index, order);
        }
        await CompareStockAsync(before);

        var missing = Missing(before).ToDictionary();
        var half = missing.ToDictionary(sku => sku.Key, sku => (sku.Value + 1) / 2);
        await ReceiveAsync("H", half);
        var after = await OrdersAsync();
        FindQueueJumpers(before, after);
        await CompareStockAsync(after);

        await ReceiveAsync("F", missing.ToDictionary(sku => sku.Key, sku => sku.Value - half[sku.Key]));
        after = await OrdersAsync();
        foreach (var (sku, units) in Missing(after))
        {
            Add($"{units} of {sku} are still waited for although everything arrived");
        }
        await CompareStockAsync(after);
        var verified = (await http.PostAsync("verify")).Read<SeenVerification>();
        _findings.AddRange(verified.Violations.Take(MostFindings).Select(it => $"verify: {it}"));
        if (!verified.Ok)
        {
            Add("verify is not ok");
        }
        return _findings;
    }

    /// <summary>What an order says of itself has to be what was sent, and what was answered then.</summary>
    private void Compare(int index, SeenOrder order)
    {
        var sent = load.Order(index);
        var lines = order.Lines.Select(line => new OrderLineBody(line.Line, line.Sku, line.Quantity));
        if (order.Customer != sent.Customer || order.Priority != sent.Priority || !lines.SequenceEqual(sent.Lines))
        {
            Add($"{order.Number} is not what was sent");
        }
        var answered = run.Acknowledged[index].Read<SeenOrder>();
        if (answered.Version > order.Version || answered.PlacedAt != order.PlacedAt)
        {
            Add($"{order.Number} is at version {order.Version}, but was answered at version {answered.Version}");
        }
        foreach (var line in order.Lines.Where(line => line.Allocated + line.Backordered != line.Quantity))
        {
            Add($"{order.Number} line {line.Line}: {line}");
        }
        foreach (var allocation in order.Allocations.Where(allocation => allocation.Why?.Rule is null))
        {
            Add($"{order.Number} line {allocation.Line}: an allocation without a reason");
        }
    }

    private async Task CompareStockAsync(Dictionary<int, SeenOrder> orders)
    {
        var allocated = orders.Values.SelectMany(order => order.Lines)
            .GroupBy(line => line.Sku)
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Allocated));
        foreach (var (sku, units) in received)
        {
            var stock = await http.GetAsync<SeenStock>($"stock/{sku}");
            var promised = allocated.GetValueOrDefault(sku);
            if (stock.Items.Any(item => item.Reserved > item.OnHand || item.Reserved < 0))
            {
                Add($"{sku} is sold twice: {stock}");
            }
            if (stock.Totals.OnHand != units || stock.Totals.Reserved != promised)
            {
                Add($"{sku}: received {units}, promised to orders {promised}, but stock says {stock.Totals}");
            }
        }
    }

    private async Task ReceiveAsync(string name, Dictionary<string, long> units)
    {
        var goods = units.Where(sku => sku.Value > 0).Select(sku => (Sku: sku.Key, Units: sku.Value));
        foreach (var place in goods.GroupBy(line => load.Warehouse(line.Sku[^1] % load.Warehouses)))
        {
            await OrderLoad.ReceiveAsync(http, $"b{load.Seed}-{name}-{place.Key}", place.Key, place);
        }
        foreach (var (sku, more) in units)
        {
            received[sku] = received.GetValueOrDefault(sku) + more;
        }
        await QuietAsync($"after receipts {name}");
    }

    /// <summary>A line that got units while one before it in the queue still waits.</summary>
    private void FindQueueJumpers(Dictionary<int, SeenOrder> before, Dictionary<int, SeenOrder> after)
    {
        var waiting =
            from order in after
            from line in order.Value.Lines
            let waited = before[order.Key].Lines.Single(old => old.Line == line.Line).Backordered
            where waited > 0
            select (Order: order.Value, Line: line, Got: waited - line.Backordered);
        foreach (var queue in waiting.GroupBy(wait => wait.Line.Sku))
        {
            var inOrder = queue.OrderBy(wait => wait.Order.Priority).ThenBy(wait => wait.Order.PlacedAt).ToList();
            var first = inOrder.Find(wait => wait.Line.Backordered > 0);
            foreach (var jumper in inOrder.Where(wait => wait.Got > 0 && first.Order is not null
                && Place(wait.Order).CompareTo(Place(first.Order)) > 0))
            {
                Add($"{queue.Key}: {jumper.Order.Number} {Place(jumper.Order)} got {jumper.Got} while "
                    + $"{first.Order!.Number} {Place(first.Order)} waits for {first.Line.Backordered}");
            }
        }
    }

    private static (int Priority, DateTimeOffset Since) Place(SeenOrder order) => (order.Priority, order.PlacedAt);

    private static IEnumerable<KeyValuePair<string, long>> Missing(Dictionary<int, SeenOrder> orders) =>
        orders.Values
        .SelectMany(order => order.Lines)
        .Where(line => line.Backordered > 0)
        .GroupBy(line => line.Sku, (sku, lines) => KeyValuePair.Create(sku, lines.Sum(line => line.Backordered)));

    private async Task<Dictionary<int, SeenOrder>> OrdersAsync()
    {
        var orders = await Task.WhenAll(run.Acknowledged.Keys.Order().Select(async index =>
            (index, Order: await http.GetAsync<SeenOrder>($"orders/{load.Number(index)}"))));
        return orders.ToDictionary(seen => seen.index, seen => seen.Order);
    }

    private async Task QuietAsync(string when)
    {
        if (await Deadline.WaitAsync(
            Patience, async () => (await http.GetAsync<SeenStatus>("status")).Quiet) is null)
        {
            Add($"{when} it did not become quiet: {await http.GetAsync<SeenStatus>("status")}");
        }
    }

    private void Add(string finding)
    {
        if (_findings.Count < MostFindings)
        {
            _findings.Add(finding);
        }
    }
}
