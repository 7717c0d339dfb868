using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Several nodes are one system: any of them answers for all, and any of them may go.</summary>
public sealed class NodesTests
{
    private const int Dead = 6;
    private const string Number = "O-1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task What_one_node_was_told_is_known_to_all_also_after_it_was_killed()
    {
        await using var nodes = await Nodes.NoneAsync();
        var three = await Task.WhenAll(nodes.StartAsync(), nodes.StartAsync(), nodes.StartAsync());
        var https = three.Select(nodes.Http).ToArray();
        await StockAsync(https[0]);
        await PlaceAsync(https[0], Number);
        foreach (var http in https)
            (await http.GetAsync<SeenOrder>($"orders/{Number}")).Status.Should().Be("Allocated");

        three[0].Kill();

        await EventuallyAsync(async () => (await https[1].TrySendAsync(
            HttpMethod.Put, "orders/O-2", NodeHttp.Bytes(Order()))) is { Acknowledged: true });
        // Accepted means that it goes on by itself, if need be when the actors of the dead are found again.
        await EventuallyAsync(async () =>
            (await https[2].GetAsync<SeenOrder>("orders/O-2")).Allocations.Count == 1);
        (await https[2].GetAsync<SeenOrder>($"orders/{Number}")).Status.Should().Be("Allocated");
        await EventuallyAsync(async () => await nodes.MembersAsync(Dead) == 1);
    }

    [Fact]
    public async Task A_node_with_actors_only_and_one_with_REST_only_are_a_system_too()
    {
        await using var nodes = await Nodes.NoneAsync();
        var silo = await nodes.StartAsync("--role", "silo");
        var web = await nodes.StartAsync("--role", "web");

        await StockAsync(nodes.Http(web));
        await PlaceAsync(nodes.Http(web), Number);

        (await nodes.IsReadyAsync(silo)).Should().BeTrue();
        (await nodes.Http(silo).SendAsync(HttpMethod.Get, $"orders/{Number}")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_node_that_stops_first_says_that_it_is_not_ready_and_still_answers()
    {
        await using var nodes = await Nodes.NoneAsync();
        var settings = new Dictionary<string, string> { ["SUPPLYCHAIN_Drain__Notice"] = "00:00:05" };
        var leaving = await nodes.StartAsync(nodes.Start() with { Settings = settings });
        var staying = await nodes.StartAsync();
        await StockAsync(nodes.Http(leaving));

        await leaving.SignalAsync("TERM");
        await EventuallyAsync(async () => !await nodes.IsReadyAsync(leaving));
        await PlaceAsync(nodes.Http(leaving), Number);

        (await leaving.GoneAsync()).Should().Be(0);
        (await nodes.Http(staying).GetAsync<SeenOrder>($"orders/{Number}")).Status.Should().Be("Allocated");
    }

    private static async Task StockAsync(NodeHttp http)
    {
        await http.PutAsync("warehouses/rotterdam", new { name = "Rotterdam", latitude = 51.9, longitude = 4.1 });
        await http.PutAsync("products/LAMP", new { description = "Lamp", unitWeightKg = 2 });
        await http.PutAsync(
            "receipts/R-1", new { warehouse = "rotterdam", lines = new[] { new { sku = "LAMP", quantity = 100 } } });
    }

    private static Task<NodeAnswer> PlaceAsync(NodeHttp http, string number) =>
        http.PutAsync($"orders/{number}", Order());

    private static object Order() => new
    {
        customer = "C-1",
        shipTo = new { country = "DE", latitude = 48.1, longitude = 11.6 },
        lines = new[] { new { line = 1, sku = "LAMP", quantity = 4 } },
    };

    private static async Task EventuallyAsync(Func<Task<bool>> condition) =>
        (await Deadline.WaitAsync(Patience, condition)).Should().NotBeNull("it has to happen some time");
}
