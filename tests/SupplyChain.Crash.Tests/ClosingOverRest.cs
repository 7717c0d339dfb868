using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>A warehouse closes; only what depended on it moves.</summary>
public sealed class ClosingOverRest(OneNode node)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string _id = Guid.NewGuid().ToString("N");

    private string Sku => $"S-{_id}";

    private string Near => $"W-near-{_id}";

    private string Far => $"W-far-{_id}";

    [Fact]
    public async Task Exactly_the_dependent_lines_move_by_priority_and_the_rest_is_told()
    {
        await GivenTwoWarehousesAsync();
        var middle = await PlacedAsync("middle", priority: 3, quantity: 2);
        var high = await PlacedAsync("high", priority: 1, quantity: 2);
        var low = await PlacedAsync("low", priority: 5, quantity: 2);
        var pinned = await PlacedAsync("pinned", priority: 1, quantity: 1, Near);
        await node.ReceiveAsync(Far, Sku, 5);
        var elsewhere = await PlacedAsync("elsewhere", priority: 5, quantity: 1, Far);

        var closed = await CloseAsync();

        closed["resourcedLines"]!.GetValue<int>().Should().Be(2, "four units are free in the other warehouse");
        closed["backorderedLines"]!.GetValue<int>().Should().Be(2, "one line found nothing and one is pinned");
        (await WarehousesOfAsync(high)).Should().Equal(Far);
        (await WarehousesOfAsync(middle)).Should().Equal(Far);
        (await node.OrderAsync(low.Number)).Status.Should().Be("Backordered");
        (await node.OrderAsync(pinned.Number)).Status.Should().Be("Backordered");
        (await node.OrderAsync(elsewhere.Number)).Version.Should().Be(elsewhere.Version, "it did not depend on it");
        await ExceptionsAboutAsync(low.Number, pinned.Number);
    }

    [Fact]
    public async Task Closing_again_moves_nothing_and_opening_takes_nothing_back()
    {
        await GivenTwoWarehousesAsync();
        await node.ReceiveAsync(Far, Sku, 2);
        var order = await PlacedAsync("one", priority: 3, quantity: 2);
        await CloseAsync();

        var again = await CloseAsync();
        await node.Http.PostAsync($"warehouses/{Near}/open", new { reason = "over" });

        again["resourcedLines"]!.GetValue<int>().Should().Be(0);
        again["backorderedLines"]!.GetValue<int>().Should().Be(0);
        (await WarehousesOfAsync(order)).Should().Equal(Far);
    }

    private async Task GivenTwoWarehousesAsync()
    {
        await node.WarehouseAsync(Near, 48.2, 11.5);
        await node.WarehouseAsync(Far, 40.4, -3.7);
        await node.ProductAsync(Sku);
        await node.ReceiveAsync(Near, Sku, 10);
    }

    private async Task<JsonObject> CloseAsync() =>
        (await node.Http.PostAsync($"warehouses/{Near}/close", new { reason = "storm" })).Read<JsonObject>();

    private async Task<SeenOrder> PlacedAsync(string name, int priority, long quantity, string? warehouse = null)
    {
        var order = await node.PlaceAsync($"O-{name}-{_id}", OneNode.Order(Sku, quantity, priority, warehouse));
        order.Status.Should().Be("Allocated");
        order.Allocations.Should().OnlyContain(allocation => allocation.Warehouse == (warehouse ?? Near));
        return order;
    }

    private async Task<IEnumerable<string>> WarehousesOfAsync(SeenOrder order) =>
        (await node.OrderAsync(order.Number)).Allocations.Select(allocation => allocation.Warehouse);

    private async Task ExceptionsAboutAsync(params string[] orders)
    {
        List<JsonObject> open = [];
        var told = await Deadline.WaitAsync(Patience, async () =>
        {
            open = await node.Http.ListAsync<JsonObject>("exceptions?status=Open");
            return orders.All(order => open.Exists(it => it["entity"]!.GetValue<string>().Contains(order)));
        });
        told.Should().NotBeNull(
            "planners are told about {0}, not only about {1}",
            string.Join(", ", orders), string.Join(", ", open.Select(exception => exception["id"])));
    }
}
