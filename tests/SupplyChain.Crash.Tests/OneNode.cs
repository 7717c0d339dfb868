using Xunit;

namespace SupplyChain;

/// <summary>One node for the tests of an assembly that do not kill it.</summary>
public sealed class OneNode : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("supplychain-node-");
    private RunningNode? _node;
    private NodeHttp? _http;

    /// <summary>Talks to it over up to 32 connections.</summary>
    public NodeHttp Http => _http!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _node = await RunningNode.StartAsync(_directory.FullName);
        _http = new(_node.Url, connections: 32);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }
        _directory.Delete(recursive: true);
    }

    /// <summary>Defines a warehouse.</summary>
    public Task WarehouseAsync(string id, double latitude, double longitude) =>
        Http.PutAsync($"warehouses/{id}", new { name = id, latitude, longitude });

    /// <summary>Defines a product.</summary>
    public Task ProductAsync(string sku) =>
        Http.PutAsync($"products/{sku}", new { description = sku, unitWeightKg = 2 });

    /// <summary>Receives units.</summary>
    public Task ReceiveAsync(string warehouse, string sku, long quantity) => Http.PutAsync(
        $"receipts/R-{Guid.NewGuid():N}", new { warehouse, lines = new[] { new { sku, quantity } } });

    /// <summary>An order of one line.</summary>
    public static object Order(
        string sku, long quantity, int priority = 3, string? warehouse = null, bool backorder = true) => new
        {
            customer = "C-1",
            shipTo = new { country = "DE", latitude = 48.1, longitude = 11.6 },
            priority,
            lines = new[] { new { line = 1, sku, quantity, warehouse } },
            policy = new { allowBackorder = backorder },
        };

    /// <summary>Places an order of one line.</summary>
    public async Task<SeenOrder> PlaceAsync(string number, object order) =>
        (await Http.PutAsync($"orders/{number}", order)).Read<SeenOrder>();

    /// <summary>Reads an order.</summary>
    public Task<SeenOrder> OrderAsync(string number) => Http.GetAsync<SeenOrder>($"orders/{number}");
}
