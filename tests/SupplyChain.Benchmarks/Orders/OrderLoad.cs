namespace SupplyChain.Orders;

/// <summary>
/// A load of orders that is the same for the same seed. Everything it names begins with the seed, so another seed works
/// on the same node beside it.
/// </summary>
internal sealed record OrderLoad
{
    private const int MaxQuantity = 5;
    private const int ReceiptLines = 500;

    public required int Clients { get; init; }
    public required int Orders { get; init; }
    public required int Warmup { get; init; }
    public required int Skus { get; init; }
    public required int Warehouses { get; init; }
    public required int Lines { get; init; }
    public required bool Scarce { get; init; }
    public required int Seed { get; init; }

    public string Number(int order) => $"b{Seed}-O{order}";

    public string Sku(int sku) => $"b{Seed}-S{sku}";

    public string Warehouse(int warehouse) => $"b{Seed}-W{warehouse}";

    /// <summary>The order with that index: different SKUs, one to five units each, any priority, to anywhere.</summary>
    public OrderBody Order(int order)
    {
        var random = new Random(unchecked(Seed * 1_000_003 + order));
        var skus = new HashSet<int>();
        while (skus.Count < Math.Min(Lines, Skus))
        {
            skus.Add(random.Next(Skus));
        }
        var lines = skus.Select((sku, i) => new OrderLineBody(i + 1, Sku(sku), random.Next(1, MaxQuantity + 1)));
        return new(
            $"C{random.Next(1000)}", new("DE", Latitude(random), Longitude(random)), random.Next(1, 6), [.. lines]);
    }

    /// <summary>Defines the network and receives the stock; twice sends the same requests.</summary>
    /// <returns>Units received per SKU.</returns>
    public async Task<Dictionary<string, long>> PrepareAsync(NodeHttp http)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Warehouses; i++)
        {
            await http.PutAsync($"warehouses/{Warehouse(i)}", new
            {
                name = $"Warehouse {i}", country = "DE", latitude = Latitude(random), longitude = Longitude(random),
            });
        }
        await Parallel.ForAsync(0, Skus, async (sku, _) =>
            await http.PutAsync($"products/{Sku(sku)}", new { description = $"Product {sku}", unitWeightKg = 1.5 }));
        var received = new Dictionary<string, long>();
        var perSku = Stock();
        for (var i = 0; i < Warehouses; i++)
        {
            var lines = perSku
                .Select(sku => (Sku: sku.Key, Units: Scarce
                    ? sku.Value / 2 / Warehouses + (i < sku.Value / 2 % Warehouses ? 1 : 0)
                    : sku.Value))
                .Where(line => line.Units > 0)
                .ToList();
            foreach (var (sku, units) in lines)
            {
                received[sku] = received.GetValueOrDefault(sku) + units;
            }
            await ReceiveAsync(http, $"b{Seed}-R{i}", Warehouse(i), lines);
        }
        return received;
    }

    /// <summary>Receives units, in as many receipts as it takes.</summary>
    public static async Task ReceiveAsync(
        NodeHttp http, string id, string warehouse, IEnumerable<(string Sku, long Units)> goods)
    {
        foreach (var (part, lines) in goods.Chunk(ReceiptLines).Index())
        {
            await http.PutAsync($"receipts/{id}-{part}", new
            {
                warehouse, lines = lines.Select(line => new { sku = line.Sku, quantity = line.Units }),
            });
        }
    }

    /// <summary>What all the orders together want of each SKU.</summary>
    private Dictionary<string, long> Stock() => Enumerable.Range(0, Warmup + Orders)
        .SelectMany(order => Order(order).Lines)
        .GroupBy(line => line.Sku)
        .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Quantity));

    private static double Latitude(Random random) => Math.Round(random.NextDouble() * 100 - 40, 4);

    private static double Longitude(Random random) => Math.Round(random.NextDouble() * 360 - 180, 4);
}
