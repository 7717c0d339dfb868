namespace SupplyChain;

/// <summary>
/// Seeded traffic over a few products with too little stock: whatever it asks for next depends on the seed and on what
/// was acknowledged before.
/// </summary>
public sealed class Traffic(int seed, Notebook notebook)
{
    private static readonly string[] Kinds =
        ["picked", "packed", "dispatched", "outForDelivery", "delivered", "exception"];
    private static readonly DateTimeOffset Then = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock _turn = new();
    private readonly Random _random = new(seed);
    private int _next;

    /// <summary>The warehouses.</summary>
    public static readonly string[] Warehouses = ["W-HAM", "W-LYO", "W-MIL", "W-WAW"];

    /// <summary>How many products there are.</summary>
    public int Skus { get; init; } = 8;

    /// <summary>
    /// Units of every product that are in each warehouse at first; of the last one only when nothing is short.
    /// </summary>
    public int Stocked { get; init; }

    /// <summary>Whether warehouses are closed and opened, too.</summary>
    public bool Closings { get; init; } = true;

    /// <summary>Whether orders are all that comes.</summary>
    public bool OrdersOnly { get; init; }

    /// <summary>Whether the last product is in no warehouse at first.</summary>
    public bool Short { get; init; } = true;

    /// <summary>The products.</summary>
    public IEnumerable<string> Products => Enumerable.Range(0, Skus).Select(Sku);

    /// <summary>Defines the network.</summary>
    public async Task PrepareAsync(NodeHttp http)
    {
        var places = new[] { (53.55, 9.99), (45.76, 4.84), (45.46, 9.19), (52.23, 21.01) };
        foreach (var (warehouse, (latitude, longitude)) in Warehouses.Zip(places))
        {
            await http.PutAsync($"warehouses/{warehouse}", new { name = warehouse, latitude, longitude });
            notebook.Warehouses[warehouse] = true;
        }
        foreach (var sku in Products)
        {
            await http.PutAsync($"products/{sku}", new { description = sku, unitWeightKg = 2 });
        }
        await StockUpAsync(http);
    }

    private async Task StockUpAsync(NodeHttp http)
    {
        foreach (var warehouse in Warehouses.Where(_ => Stocked > 0))
        {
            foreach (var sku in Short ? Products.SkipLast(1) : Products)
            {
                var receipt = Receive($"R-{warehouse}-{sku}", warehouse, sku, Stocked);
                notebook.Note(receipt, await http.SendAsync(receipt.Method, receipt.Path, receipt.Body));
            }
        }
    }

    /// <summary>The next request.</summary>
    public Operation Next()
    {
        lock (_turn)
        {
            var id = ++_next;
            return _random.Next(100) switch
            {
                _ when OrdersOnly => Place($"O-{id}"),
                < 46 => Place($"O-{id}"),
                < 62 => Receive($"R-{id}"),
                < 66 => Adjust($"A-{id}"),
                < 76 => Cancel() ?? Place($"O-{id}"),
                < 86 => Release() ?? Receive($"R-{id}"),
                < 97 => Report($"M-{id}") ?? Place($"O-{id}"),
                _ => (Closings ? CloseOrOpen() : null) ?? Receive($"R-{id}"),
            };
        }
    }

    /// <summary>A pause before the next request, at most 20 ms.</summary>
    public TimeSpan Pause()
    {
        lock (_turn)
        {
            return TimeSpan.FromMilliseconds(_random.Next(20));
        }
    }

    private static string Sku(int sku) => $"SKU-{sku}";

    private Operation Place(string number)
    {
        var first = _random.Next(Skus);
        var lines = Enumerable.Range(0, _random.Next(1, 4)).Select(i => new
        {
            line = i + 1,
            sku = Sku((first + i) % Skus),
            quantity = _random.Next(1, 6),
            warehouse = _random.Next(12) == 0 ? Any(Warehouses) : null,
        }).ToList();
        return new(Deed.Place, number, $"orders/{number}", NodeHttp.Bytes(new
        {
            customer = $"C-{_random.Next(50)}",
            shipTo = new { country = "DE", latitude = 48.1, longitude = 11.6, name = "Erika Muster" },
            priority = _random.Next(1, 6),
            lines,
            policy = new
            {
                shipComplete = _random.Next(10) == 0,
                allowSplit = _random.Next(10) != 0,
                allowBackorder = _random.Next(12) != 0,
            },
        }))
        { Skus = [.. lines.Select(line => line.sku)] };
    }

    private Operation Receive(string id) => Receive(id, Any(Warehouses), Sku(_random.Next(Skus)), _random.Next(1, 30));

    private static Operation Receive(string id, string warehouse, string sku, int units) =>
        new(Deed.Receive, id, $"receipts/{id}", NodeHttp.Bytes(new
        {
            warehouse, occurredAt = Then, lines = new[] { new { sku, quantity = units } },
        }))
        { Skus = [sku], Units = units };

    private Operation Adjust(string id)
    {
        var sku = Sku(_random.Next(Skus));
        var units = _random.Next(-6, 4) switch { 0 => 1, var other => other };
        return new(Deed.Adjust, id, $"adjustments/{id}", NodeHttp.Bytes(new
        {
            warehouse = Any(Warehouses), sku, delta = units, reason = "counted", occurredAt = Then,
        }))
        { Skus = [sku], Units = units };
    }

    private Operation? Cancel() => AnyOrder() is { } number
        ? new(Deed.Cancel, number, $"orders/{number}/cancel", NodeHttp.Bytes(new { reason = "changed mind" }))
        : null;

    private Operation? Release() => AnyOrder() is { } number
        ? new(Deed.Release, number, $"orders/{number}/release", NodeHttp.Bytes(new { occurredAt = Then }))
        : null;

    private Operation? Report(string id)
    {
        if (notebook.AnyShipment(_random) is not { } shipment)
        {
            return null;
        }
        var kind = _random.Next(Kinds.Length);
        var body = new { kind = Kinds[kind], occurredAt = Then.AddDays(kind) };
        return new(Deed.Report, shipment, $"shipments/{shipment}/milestones/{id}", NodeHttp.Bytes(body))
        {
            Milestone = id,
        };
    }

    /// <summary>At most one warehouse is closed, and about a warehouse one request at a time is under way.</summary>
    private Operation? CloseOrOpen()
    {
        var known = notebook.Warehouses.ToList();
        if (known.Count < Warehouses.Length)
        {
            return null;
        }
        var closed = known.Where(warehouse => !warehouse.Value).Select(warehouse => warehouse.Key).FirstOrDefault();
        var (deed, subject) = closed is null ? (Deed.Close, Any(Warehouses)) : (Deed.Open, closed);
        notebook.Warehouses.TryRemove(subject, out _);
        var verb = deed == Deed.Open ? "open" : "close";
        return new(deed, subject, $"warehouses/{subject}/{verb}", NodeHttp.Bytes(new { reason = "storm" }));
    }

    private string? AnyOrder() => notebook.AnyOrder(_random);

    private string Any(string[] choices) => choices[_random.Next(choices.Length)];
}
