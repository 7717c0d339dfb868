using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestAuditTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task What_was_done_is_there_with_who_did_it_and_everything_that_followed_from_it()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 1))).Should(201);

        var ofOrder = (await node.SendAsync("GET", $"audit?subject=order/{number}")).Should(200);
        ofOrder["next"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        ofOrder.Items.Select(item => item.GetProperty("sequence").GetInt64()).Should().BeInDescendingOrder();
        var placed = ofOrder.Items[^1];
        placed.GetProperty("type").GetString().Should().Be("supplychain.order.placed.v1");
        placed.GetProperty("actor").GetString().Should().Be("rest");

        var correlation = placed.GetProperty("correlation").GetString();
        var followed = (await node.SendAsync("GET", $"audit?correlation={correlation}")).Should(200).Items;
        followed.Select(item => item.GetProperty("subject").GetString()!.Split('/')[0])
            .Should().Contain("order").And.Contain("stock");
    }

    [Fact]
    public async Task Pages_follow_each_other_backwards_without_a_gap()
    {
        var mine = new List<string>();
        for (var count = 0; count < 5; count++)
            mine.Insert(0, $"product/{await _world.ProductAsync()}");

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await node.SendAsync(
                "GET", $"audit?limit=2&types=supplychain.product.*{(after is null ? "" : $"&after={after}")}"))
                .Should(200);
            seen.AddRange(page.Items.Select(item => item.GetProperty("subject").GetString()!));
            after = page["next"].GetString();
        }
        while (after is not null && !mine.TrueForAll(seen.Contains));

        seen.Where(mine.Contains).Should().Equal(mine);
        seen.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_time_and_an_actor_narrow_it()
    {
        await _world.ProductAsync();
        var now = Uri.EscapeDataString(TimeProvider.System.GetUtcNow().AddMinutes(1).ToString("O"));

        (await node.SendAsync("GET", $"audit?from={now}")).Should(200).Items.Should().BeEmpty();
        (await node.SendAsync("GET", "audit?actor=rest&limit=5")).Should(200).Items
            .Should().NotBeEmpty().And.OnlyContain(item => item.GetProperty("actor").GetString() == "rest");
        (await node.SendAsync("GET", "audit?actor=nobody&limit=5")).Should(200).Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData("after=yesterday", 400, "parameter after")]
    [InlineData("subject=order", 400, "parameter subject")]
    [InlineData("from=never", 400, "parameter from")]
    [InlineData("types=nothing", 422, "parameter types")]
    public async Task What_makes_no_sense_is_refused_by_its_name(string query, int status, string where) =>
        (await node.SendAsync("GET", $"audit?{query}")).Should(status).Errors.Select(error => error.Where)
            .Should().Equal(where);
}
