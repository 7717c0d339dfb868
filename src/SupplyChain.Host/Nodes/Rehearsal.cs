using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Orleans.Runtime;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// What a node does before it joins others that serve: it plays some trade through, in a node of its own on a temporary
/// directory, so that its program is compiled before anybody waits for it. From its first moment a silo keeps its share
/// of the directory and gets its share of the new actors; unprepared it would let everybody wait for its compiler.
/// </summary>
internal static class Rehearsal
{
    private const int AtOnce = 4;
    private static readonly string[] Warehouses = ["HAM", "LYO"];
    private static readonly string[] Products = ["PUMP", "VALVE"];
    private static readonly DateTimeOffset Then = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceWithOthers = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether there are silos to join: a silo that the table calls active can be reached. After all have died it
    /// still calls them active, and then every second counts.
    /// </summary>
    /// <param name="node">The node that is to join, composed and not started.</param>
    public static async Task<bool> IsDueAsync(WebApplication node)
    {
        try
        {
            var table = node.Services.GetRequiredService<IMembershipTable>();
            await table.InitializeMembershipTableAsync(tryInitTableVersion: true);
            var active = (await table.ReadAllAsync()).Members
                .Where(member => member.Item1.Status == SiloStatus.Active)
                .Select(member => member.Item1.SiloAddress.Endpoint);
            return (await Task.WhenAll(active.Select(IsReachedAsync))).Contains(true);
        }
        catch (Exception trouble)
        {
            Terminal.Note($"Who is in the cluster cannot be read yet: {trouble.Message}");
            return false;
        }
    }

    /// <summary>
    /// Rehearses. What goes wrong is told, and the node joins without it. No other node may be composed in this
    /// process meanwhile: it would take the metrics of this one for its own.
    /// </summary>
    /// <param name="options">How the node that is to join will run.</param>
    /// <param name="orders">How many orders to play through.</param>
    public static async Task PlayAsync(NodeOptions options, int orders)
    {
        using var patience = new CancellationTokenSource(Patience);
        var since = Stopwatch.StartNew();
        try
        {
            await PlayAsync(options, orders, patience.Token);
            Terminal.Note($"Rehearsed in {since.Elapsed.TotalSeconds:0.0} s; now the node joins the silos that serve.");
        }
        catch (Exception trouble)
        {
            Terminal.Note($"The rehearsal failed ({trouble.Message}); the node joins without it.");
        }
    }

    private static async Task<bool> IsReachedAsync(IPEndPoint silo)
    {
        using var patience = new CancellationTokenSource(PatienceWithOthers);
        using var probe = new TcpClient(silo.AddressFamily);
        try
        {
            await probe.ConnectAsync(silo, patience.Token);
            return true;
        }
        catch (Exception unreachable) when (unreachable is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task PlayAsync(NodeOptions options, int orders, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("supplychain-rehearsal-");
        try
        {
            var stage = options with
            {
                IsRehearsal = true, Data = folder.FullName, Urls = ["http://127.0.0.1:0"], Cluster = null,
                ClusterId = "rehearsal",
            };
            await using var node = Node.Compose(
                stage, Ports.AnyFree(IPAddress.Loopback), Ports.AnyFree(IPAddress.Loopback));
            await node.StartAsync(cancellationToken);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
            {
                BaseAddress = new Uri($"{node.Urls.First()}/api/v1/"),
            };
            foreach (var scene in Opening())
                await SendAsync(http, scene, cancellationToken);
            await Parallel.ForEachAsync(
                Enumerable.Range(0, orders),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (order, stop) =>
                {
                    foreach (var scene in Trade(order))
                        await SendAsync(http, scene, stop);
                });
            await node.StopAsync(cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

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

    private static async Task SendAsync(HttpClient http, Scene scene, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(scene.Method, scene.Path)
        {
            Content = scene.Body is null ? null : JsonContent.Create(scene.Body),
        };
        using var answer = await http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new VerbException($"{scene.Method} {scene.Path} was answered {(int)answer.StatusCode}: "
                + await answer.Content.ReadAsStringAsync(cancellationToken));
        }
    }

    /// <summary>A request.</summary>
    private sealed record Scene(HttpMethod Method, string Path, object? Body);
}
