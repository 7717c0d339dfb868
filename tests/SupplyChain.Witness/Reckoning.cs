using System.Collections.Concurrent;

namespace SupplyChain;

/// <summary>Compares a quiet node with what the outside world knows.</summary>
public sealed class Reckoning(NodeHttp http, Notebook notebook, IEnumerable<string> products)
{
    private const int MostFindings = 40;
    private readonly ConcurrentBag<string> _findings = [];

    /// <summary>Every acknowledged order as it is seen now; known once it was looked.</summary>
    public IReadOnlyList<SeenOrder> Orders { get; private set; } = [];

    /// <summary>What is wrong, nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        await ReplayAsync(notebook.Orders.Values);
        await ReplayAsync(notebook.Documents.Values);
        await ReplayAsync(notebook.Milestones.Values);
        await FindMissingOrDoubledOrdersAsync();
        var orders = await OrdersAsync();
        Orders = orders;
        orders.ForEach(FindOddLines);
        foreach (var sku in products)
        {
            await CompareStockAsync(sku, orders);
        }
        FindForgottenClosings(orders);
        var verified = (await http.PostAsync("verify")).Read<SeenVerification>();
        if (!verified.Ok)
        {
            _findings.Add($"verify is not ok: {string.Join("\n  ", verified.Violations.Take(MostFindings))}");
        }
        return [.. _findings.Order(StringComparer.Ordinal).Take(MostFindings)];
    }

    /// <summary>Sent once more, everything acknowledged answers that it is there already.</summary>
    private Task ReplayAsync(IEnumerable<Operation> operations) => EachAsync(operations, async operation =>
    {
        var answer = await http.SendAsync(operation.Method, operation.Path, operation.Body);
        if (answer.Status != 200 || answer.Member("replayed") != bool.TrueString)
        {
            _findings.Add($"{operation} was acknowledged, but sent again it is answered {answer.Status} {answer.Text}");
        }
    });

    private async Task FindMissingOrDoubledOrdersAsync()
    {
        var listed = await http.ListAsync<SeenListedOrder>("orders");
        foreach (var doubled in listed.GroupBy(order => order.Number).Where(same => same.Count() > 1))
        {
            _findings.Add($"{doubled.Key} is listed {doubled.Count()} times");
        }
        foreach (var odd in listed.Select(order => order.Number).ToHashSet().Except(notebook.Orders.Keys))
        {
            _findings.Add($"{odd} is listed, but was never acknowledged");
        }
        foreach (var missing in notebook.Orders.Keys.Except(listed.Select(order => order.Number)))
        {
            _findings.Add($"{missing} was acknowledged, but is not listed");
        }
    }

    private async Task<List<SeenOrder>> OrdersAsync()
    {
        var orders = new ConcurrentBag<SeenOrder>();
        await EachAsync(
            notebook.Orders.Keys, async number => orders.Add(await http.GetAsync<SeenOrder>($"orders/{number}")));
        return [.. orders];
    }

    private void FindOddLines(SeenOrder order)
    {
        if (order.Status == "Placed")
        {
            _findings.Add($"{order.Number} was never decided");
        }
        foreach (var line in order.Lines)
        {
            var decided = line.Allocated + line.Backordered + line.Shipped + line.Cancelled;
            if (order.Status != "Rejected" && decided != line.Quantity)
            {
                _findings.Add($"{order.Number}: {line} does not add up");
            }
            if (order.Status is "Rejected" or "Cancelled" && line.Allocated + line.Backordered > 0)
            {
                _findings.Add($"{order.Number} is {order.Status}, but holds {line}");
            }
            if (line.Allocated != Units(order, line.Line, "Reserved")
                || line.Shipped != Units(order, line.Line, "Shipped"))
            {
                _findings.Add($"{order.Number}: the allocations of {line} say something else");
            }
        }
        if (notebook.Cancelled.ContainsKey(order.Number) && order.Status is not ("Cancelled" or "Rejected"))
        {
            _findings.Add($"{order.Number} was cancelled, but is {order.Status}");
        }
    }

    private static long Units(SeenOrder order, int line, string status) => order.Allocations
        .Where(allocation => allocation.Line == line && allocation.Status == status)
        .Sum(allocation => allocation.Quantity);

    /// <summary>No unit is sold twice, held by nobody, unaccounted for, or free while a line waits for it.</summary>
    private async Task CompareStockAsync(string sku, List<SeenOrder> orders)
    {
        var stock = await http.GetAsync<SeenStock>($"stock/{sku}");
        foreach (var item in stock.Items.Where(item => item.Reserved > item.OnHand || item.Reserved < 0))
        {
            _findings.Add($"{item} is sold twice");
        }
        var lines = orders.SelectMany(order => order.Lines).Where(line => line.Sku == sku).ToList();
        var allocated = lines.Sum(line => line.Allocated);
        if (stock.Totals.Reserved != allocated)
        {
            _findings.Add($"{sku}: {stock.Totals.Reserved} reserved, but orders hold {allocated}");
        }
        var came = notebook.Documents.Values.Where(document => document.Skus[0] == sku).Sum(document => document.Units);
        var left = lines.Sum(line => line.Shipped);
        if (stock.Totals.OnHand != came - left)
        {
            _findings.Add($"{sku}: {came} came and {left} left, but {stock.Totals.OnHand} are on hand");
        }
        var free = stock.Items
            .Where(item => notebook.Warehouses.GetValueOrDefault(item.Warehouse) && item.Available > 0).ToList();
        var waiting = orders.SelectMany(order => order.Lines, (order, line) => (order.Number, Line: line))
            .Where(wait => wait.Line.Sku == sku && wait.Line.Backordered > 0)
            .Where(wait => free.Any(item => item.Warehouse == (wait.Line.Warehouse ?? item.Warehouse)))
            .Where(wait => !IsPicky(wait.Number));
        foreach (var wait in waiting)
        {
            _findings.Add($"{wait.Number}: {wait.Line} waits while there is {string.Join(", ", free)}");
        }
    }

    private void FindForgottenClosings(List<SeenOrder> orders)
    {
        var stranded =
            from order in orders
            from allocation in order.Allocations
            where allocation is { Status: "Reserved", Shipment: null }
                && !notebook.Warehouses.GetValueOrDefault(allocation.Warehouse, true)
            select $"{order.Number}: {allocation} lies in a closed warehouse";
        foreach (var finding in stranded)
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Such an order may wait although some of what it wants is there.</summary>
    private bool IsPicky(string number)
    {
        var sent = System.Text.Encoding.UTF8.GetString(notebook.Orders[number].Body);
        return sent.Contains("\"shipComplete\":true") || sent.Contains("\"allowSplit\":false");
    }

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> work) => Parallel.ForEachAsync(
        all, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, _) => await work(one));
}
