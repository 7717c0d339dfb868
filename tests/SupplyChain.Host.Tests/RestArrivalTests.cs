using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestArrivalTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task Every_attempt_under_a_number_is_there_with_what_became_of_it()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", """{"customer":"ACME"}""")).Should(422);
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 1))).Should(201);
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 1))).Should(200);
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 2))).Should(409);

        var arrived = await _world.EventuallyAsync($"arrivals/{number}", answer => answer.Items.Count == 4);

        arrived.Items.Select(item => item.GetProperty("outcome").GetString()).Should().Equal(
            "Refused", "Replayed", "Created", "Invalid");
        arrived.Items[0].GetProperty("code").GetString().Should().Be("conflict");
        arrived.Items[^1].GetProperty("code").GetString().Should().Be("required");
        arrived.Items.Should().OnlyContain(item =>
            item.GetProperty("by").GetString() == "rest" && item.GetProperty("kind").GetString() == "order");
    }

    [Fact]
    public async Task Documents_of_other_kinds_are_found_under_their_ids_and_what_never_came_is_not_there()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 10);
        var id = _world.Id("A");
        var body = $$"""{"warehouse":"{{warehouse}}","sku":"{{sku}}","delta":-20,"reason":"count"}""";
        (await node.SendAsync("PUT", $"adjustments/{id}", body)).ShouldBeProblem(409, "below-zero");

        var refused = await _world.EventuallyAsync($"arrivals/{id}", answer => answer.Items.Any(
            item => item.GetProperty("outcome").GetString() == "Refused"));

        refused.Items[0].GetProperty("kind").GetString().Should().Be("adjustment");
        (await node.SendAsync("GET", $"arrivals/{_world.Id("never")}")).Should(200).Items.Should().BeEmpty();
        (await node.SendAsync("GET", "arrivals/no%20id")).Should(400);
    }
}
