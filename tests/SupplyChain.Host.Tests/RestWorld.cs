using FluentAssertions;

namespace SupplyChain;

/// <summary>Warehouses, products and stock of one test: its ids are its own.</summary>
public sealed class RestWorld(RestNode node)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly string _own = Guid.NewGuid().ToString("N")[..10];
    private int _count;

    /// <summary>An id nobody else uses.</summary>
    public string Id(string prefix) => $"{prefix}-{_own}-{Interlocked.Increment(ref _count)}";

    /// <summary>A warehouse.</summary>
    public async Task<string> WarehouseAsync()
    {
        var id = Id("W");
        (await node.SendAsync("PUT", $"warehouses/{id}", """{"name":"A","country":"DE","latitude":50,"longitude":8}"""))
            .Should(201);
        return id;
    }

    /// <summary>A product.</summary>
    public async Task<string> ProductAsync()
    {
        var sku = Id("P");
        (await node.SendAsync("PUT", $"products/{sku}", """{"description":"Pump"}""")).Should(201);
        return sku;
    }

    /// <summary>A product with stock in a warehouse.</summary>
    public async Task<string> StockedAsync(string warehouse, long quantity)
    {
        var sku = await ProductAsync();
        await ReceiveAsync(warehouse, sku, quantity);
        return sku;
    }

    /// <summary>Stock arrives.</summary>
    public async Task ReceiveAsync(string warehouse, string sku, long quantity) =>
        (await node.SendAsync(
            "PUT",
            $"receipts/{Id("R")}",
            $$"""{"warehouse":"{{warehouse}}","lines":[{"sku":"{{sku}}","quantity":{{quantity}}}]}""")).Should(201);

    /// <summary>The body of an order of one line.</summary>
    public static string Order(string sku, long quantity, int priority = 3) => $$"""
        {"customer":"ACME","shipTo":{"country":"FR"},"priority":{{priority}},
         "lines":[{"line":1,"sku":"{{sku}}","quantity":{{quantity}}}]}
        """;

    /// <summary>Asks until the answer fits, within a deadline: lists follow the journal after a moment.</summary>
    public async Task<RestAnswer> EventuallyAsync(string path, Func<RestAnswer, bool> fits)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await node.SendAsync("GET", path);
            if (fits(answer) || deadline.IsCancellationRequested)
            {
                fits(answer).Should().BeTrue($"{path} should get there, but is {answer.Body}");
                return answer;
            }

            await Task.Delay(25);
        }
    }
}
