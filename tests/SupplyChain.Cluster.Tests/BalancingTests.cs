using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Actors live where there is room, and move there by themselves.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class BalancingTests
{
    private const int Orders = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Actors_spread_to_a_node_that_joins_and_back_when_it_leaves_and_none_of_them_forgets()
    {
        await using var nodes = await Nodes.NoneAsync();
        var first = await nodes.StartAsync();
        var http = nodes.Http(first);
        await StockAsync(http);
        await Task.WhenAll(Enumerable.Range(0, Orders).Select(n => http.PutAsync($"orders/O-{n}", Order())));

        var second = await nodes.StartAsync();
        await EventuallyAsync(async () =>
            await ActorsAsync(http) is [var one, var other] && Math.Min(one, other) > 0.8 * Math.Max(one, other));
        await EachIsWhatItWas(nodes.Http(second));
        var cancelled = await nodes.Http(second).PostAsync("orders/O-1/cancel", new { reason = "too late" });
        cancelled.Read<SeenOrder>().Status.Should().Be("Cancelled");

        await second.SignalAsync("TERM");
        (await second.GoneAsync()).Should().Be(0);

        await EachIsWhatItWas(http, but: "O-1");
        (await http.GetAsync<SeenOrder>("orders/O-1")).Status.Should().Be("Cancelled");
        (await http.PostAsync("verify", new { })).Read<SeenVerification>().Ok.Should().BeTrue();
    }

    private static async Task EachIsWhatItWas(NodeHttp http, string? but = null)
    {
        for (var n = 0; n < Orders; n++)
        {
            var order = await http.GetAsync<SeenOrder>($"orders/O-{n}");
            if (order.Number != but)
                order.Should().Match<SeenOrder>(seen => seen.Status == "Allocated" && seen.Allocations.Count == 1);
        }
    }

    /// <summary>How many actors each active silo has.</summary>
    private static async Task<int[]> ActorsAsync(NodeHttp http) =>
        (await http.GetAsync<JsonObject>("status"))["silos"]!.AsArray()
            .Where(silo => silo!["status"]!.GetValue<string>() == "Active")
            .Select(silo => silo!["actors"]!.GetValue<int>())
            .ToArray();

    private static async Task StockAsync(NodeHttp http)
    {
        await http.PutAsync("warehouses/rotterdam", new { name = "Rotterdam", latitude = 51.9, longitude = 4.1 });
        await http.PutAsync("products/LAMP", new { description = "Lamp", unitWeightKg = 2 });
        await http.PutAsync(
            "receipts/R-1", new { warehouse = "rotterdam", lines = new[] { new { sku = "LAMP", quantity = 10_000 } } });
    }

    private static object Order() => new
    {
        customer = "C-1",
        shipTo = new { country = "DE", latitude = 48.1, longitude = 11.6 },
        lines = new[] { new { line = 1, sku = "LAMP", quantity = 4 } },
    };

    private static async Task EventuallyAsync(Func<Task<bool>> condition) =>
        (await Deadline.WaitAsync(Patience, condition)).Should().NotBeNull("it has to happen some time");
}
