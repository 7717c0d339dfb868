namespace SupplyChain;

/// <summary>
/// An ERP system that exports ever more orders into one file and has the sample place all of them, again and again; it
/// kills itself as often as not.
/// </summary>
internal sealed class ErpExport : IDisposable
{
    private const string File = "orders.csv";
    private const int UnitsOfAReceipt = 10_000;
    private const int FewestOrders = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CopiedSample _sample = new("03-erp-orders");
    private readonly string[] _rows;

    /// <param name="key">The key it shows.</param>
    public ErpExport(string key)
    {
        _sample.Settings["SUPPLYCHAIN_KEY"] = key;
        _rows = System.IO.File.ReadAllLines(_sample.PathOf(File));
    }

    /// <summary>How often it was run.</summary>
    public int Runs { get; private set; }

    /// <summary>How often it killed itself in the middle of a batch.</summary>
    public int Crashes { get; private set; }

    /// <summary>How often it gave up, because it was not answered.</summary>
    public int GaveUp { get; private set; }

    /// <summary>Every order of the file, as REST has it.</summary>
    public IEnumerable<Operation> Orders => _rows.Skip(1).Select(row => row.Split(';')).Select(
        cells => new Operation(Deed.Place, cells[0], $"orders/{cells[0]}", NodeHttp.Bytes(new
        {
            customer = cells[1],
            shipTo = new { country = cells[2] },
            lines = new[] { new { line = 1, sku = cells[3], quantity = int.Parse(cells[4]) } },
        }))
        { Skus = [cells[3]] });

    /// <summary>Every receipt that makes the stock for them, as REST has it.</summary>
    public IEnumerable<Operation> Receipts => Orders.Select(order => order.Skus[0]).Distinct().Select(
        sku => new Operation(Deed.Receive, $"CSV-{sku}", $"receipts/CSV-{sku}", NodeHttp.Bytes(new
        {
            warehouse = "CSV-HAM", lines = new[] { new { sku, quantity = UnitsOfAReceipt } },
        }))
        { Skus = [sku], Units = UnitsOfAReceipt });

    /// <summary>Runs it with more rows each time, until it is told to stop.</summary>
    /// <param name="gateway">The silo it talks to.</param>
    /// <param name="share">The share of the rows that there are by now.</param>
    /// <param name="stop">No further run.</param>
    public async Task GrowAsync(string gateway, Func<double> share, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var rows = Math.Clamp((int)(share() * _rows.Length), FewestOrders, _rows.Length);
            await System.IO.File.WriteAllLinesAsync(_sample.PathOf(File), _rows.Take(rows), CancellationToken.None);
            await RunAsync(gateway, "--crash");
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>Runs it on the whole file until it has placed and counted all of them.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> FinishAsync(string gateway)
    {
        await System.IO.File.WriteAllLinesAsync(_sample.PathOf(File), _rows);
        var (code, said) = await RunAsync(gateway);
        return code == 0 ? said : throw new InvalidOperationException($"It did not place them all: {said}");
    }

    /// <inheritdoc/>
    public void Dispose() => _sample.Dispose();

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        Runs++;
        var (code, said) = await _sample.RunAsync(["orders.cs", .. arguments]);
        if (said.Contains("Killed in the middle of a batch."))
            Crashes++;
        else if (code != 0)
            GaveUp++;
        if (said.Contains("Unhandled exception"))
            throw new InvalidOperationException($"It did not know what to do: {said}");
        return (code, said);
    }
}
