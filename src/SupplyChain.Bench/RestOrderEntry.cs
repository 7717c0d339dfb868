using System.Net.Http.Json;
using System.Text.Json;
using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>Over REST, as a program without the SDK does: nothing is repeated. Several nodes take turns.</summary>
internal sealed class RestOrderEntry : IOrderEntry
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(20);

    private readonly HttpClient[] _nodes;
    private uint _sent;

    /// <summary>Keeps at most that many connections to each node.</summary>
    public RestOrderEntry(IEnumerable<Uri> nodes, int connections) =>
        _nodes = [.. nodes.Select(node => Http(node, connections))];

    /// <inheritdoc/>
    public async Task<string?> PlaceAsync(OrderId number, PlaceOrder order)
    {
        var node = _nodes[Interlocked.Increment(ref _sent) % _nodes.Length];
        try
        {
            using var answer = await node.PutAsJsonAsync($"orders/{number.Value}", Body(order));
            using var said = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
            if (!answer.IsSuccessStatusCode)
                return $"{(int)answer.StatusCode} {said.RootElement.GetProperty("code")}";
            if (said.RootElement.GetProperty("replayed").GetBoolean())
                return "placed by an earlier run; take another --seed";
            var status = said.RootElement.GetProperty("status").GetString();
            return status is nameof(OrderStatus.Allocated) ? null : status;
        }
        catch (Exception noAnswer) when (noAnswer is HttpRequestException or IOException or TaskCanceledException
            or JsonException)
        {
            return noAnswer.GetType().Name;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_nodes, node => node.Dispose());

    private static object Body(PlaceOrder order) => new
    {
        customer = order.Customer.Value,
        priority = order.Priority,
        shipTo = new
        {
            country = order.ShipTo.Country, latitude = order.ShipTo.Latitude, longitude = order.ShipTo.Longitude,
        },
        lines = order.Lines.Select(line => new { line = line.Line, sku = line.Sku.Value, quantity = line.Quantity }),
    };

    private static HttpClient Http(Uri node, int connections) => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections, UseProxy = false, UseCookies = false, AllowAutoRedirect = false,
    })
    {
        BaseAddress = new(node, "/api/v1/"), Timeout = AnswerTimeout,
    };
}
