using System.Net.Http.Json;

namespace SupplyChain.Host.Nodes.Rehearsing;

/// <summary>The requests of a rehearsal: a small network, whole lives of orders, stock beside them.</summary>
internal sealed class RehearsalScript(string url) : IDisposable
{
    private const int MaxConcurrentOrders = 4;
    private static readonly string[] Warehouses = ["HAM", "LYO"];
    private static readonly string[] Products = ["PUMP", "VALVE"];
    private static readonly DateTimeOffset Then = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri($"{url}/api/v1/"),
    };

    /// <summary>Defines the network and fills it.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        foreach (var scene in Opening())
            await SendAsync(scene, cancellationToken);
    }

    /// <summary>Plays orders through, a few at once.</summary>
    public Task TradeAsync(IEnumerable<int> orders, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        orders,
        new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentOrders, CancellationToken = cancellationToken },
        async (order, stop) =>
        {
            foreach (var scene in Trade(order))
                await SendAsync(scene, stop);
        });

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static IEnumerable<Scene> Opening() =>
    [
        .. Warehouses.Select(warehouse => new Scene(HttpMethod.Put, $"warehouses/{warehouse}", new
        {
            name = warehouse, country = "DE", latitude = 53.55, longitude = 9.99,
        })),
        .. Products.Select(sku => new Scene(HttpMethod.Put, $"products/{sku}", new { description = sku })),
        .. Warehouses.SelectMany(_ => Products, (warehouse, sku) => Receipt($"R-{warehouse}-{sku}", warehouse, sku)),
    ];

    /// <summary>The life of an order, and what happens to stock beside it.</summary>
    private static IEnumerable<Scene> Trade(int number) =>
    [
        new(HttpMethod.Put, $"orders/O-{number}", new
        {
            customer = "C-1",
            shipTo = new { country = "FR", latitude = 48.1, longitude = 11.6 },
            lines = Products.Select((sku, index) => new { line = index + 1, sku, quantity = 2 }),
        }),
        .. number % 4 == 0
            ? (Scene[])[new(HttpMethod.Post, $"orders/O-{number}/cancel", new { reason = "rehearsed" })]
            :
            [
                new(HttpMethod.Post, $"orders/O-{number}/release", null),
                new(HttpMethod.Put, $"shipments/O-{number}~1/milestones/M-{number}", new
                {
                    kind = "dispatched", occurredAt = Then,
                }),
            ],
        Receipt($"R-{number}", Warehouses[0], Products[0]),
        new(HttpMethod.Put, $"adjustments/A-{number}", new
        {
            warehouse = Warehouses[0], sku = Products[1], delta = -1, reason = "counted", occurredAt = Then,
        }),
        new(HttpMethod.Get, $"orders/O-{number}", null),
    ];

    private static Scene Receipt(string id, string warehouse, string sku) =>
        new(HttpMethod.Put, $"receipts/{id}", new
        {
            warehouse, occurredAt = Then, lines = new[] { new { sku, quantity = 1_000 } },
        });

    private async Task SendAsync(Scene scene, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(scene.Method, scene.Path)
        {
            Content = scene.Body is null ? null : JsonContent.Create(scene.Body),
        };
        using var answer = await _http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new VerbException($"{scene.Method} {scene.Path} was answered {(int)answer.StatusCode}: "
                + await answer.Content.ReadAsStringAsync(cancellationToken));
        }
    }

    /// <summary>A request.</summary>
    private sealed record Scene(HttpMethod Method, string Path, object? Body);
}
