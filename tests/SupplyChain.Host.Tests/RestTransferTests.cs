using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>A transfer from its request to its last unit, through REST alone.</summary>
public sealed class RestTransferTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task A_transfer_that_arrives_short_leaves_books_that_balance_and_an_exception()
    {
        var (from, to, id) = (await _world.WarehouseAsync(), await _world.WarehouseAsync(), _world.Id("T"));
        var sku = await _world.StockedAsync(from, 10);
        var body = $$"""{"from":"{{from}}","to":"{{to}}","lines":[{"sku":"{{sku}}","quantity":6}]}""";
        (await node.SendAsync("PUT", $"transfers/{id}", body)).Should(201)["status"].GetString()
            .Should().Be("Reserved");
        (await node.SendAsync("PUT", $"transfers/{id}", body)).Should(200)["replayed"].GetBoolean().Should().BeTrue();
        (await node.SendAsync("PUT", $"transfers/{id}/receipts/R1", "{}")).ShouldBeProblem(409, "nothing-in-transit");

        var shipment = (await node.SendAsync("POST", $"transfers/{id}/release")).Should(200)["shipments"][0]
            .GetProperty("id").GetString();
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/m1", """{"kind":"dispatched"}""")).Should(201);
        var listed = await _world.EventuallyAsync(
            $"transfers?sku={sku}", list => list["items"].GetArrayLength() == 1
                && list["items"][0].GetProperty("inTransit").GetInt64() == 6);
        listed["items"][0].GetProperty("id").GetString().Should().Be(id);
        await BooksAsync(sku, onHand: 4, between: 6);

        var received = (await node.SendAsync(
            "PUT", $"transfers/{id}/receipts/R1", """{"lines":[{"line":1,"quantity":5}],"final":true}""")).Should(201);
        received["status"].GetString().Should().Be("Received");
        received["lines"][0].GetProperty("short").GetInt64().Should().Be(1);
        await BooksAsync(sku, onHand: 9, between: 1);
        await _world.EventuallyAsync(
            $"exceptions?kind=Short&sku={sku}&status=Open", list => list["items"].GetArrayLength() == 1
                && list["items"][0].GetProperty("entity").GetString() == $"transfer/{id}");
        (await node.SendAsync("POST", "verify")).Should(200)["violations"].GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_closed_source_makes_it_wait_and_both_sides_raise_their_exceptions()
    {
        var (from, to, id) = (await _world.WarehouseAsync(), await _world.WarehouseAsync(), _world.Id("T"));
        var sku = await _world.StockedAsync(from, 5);
        (await node.SendAsync(
            "PUT", $"transfers/{id}",
            $$"""
            {"from":"{{from}}","to":"{{to}}","lines":[{"sku":"{{sku}}","quantity":5}],"requestedBy":"2020-01-01"}
            """))
            .Should(201);

        (await node.SendAsync("POST", $"warehouses/{from}/close", """{"reason":"strike"}""")).Status
            .Should().BeOneOf(200, 202);
        (await node.SendAsync("POST", $"warehouses/{to}/close", """{"reason":"flood"}""")).Status
            .Should().BeOneOf(200, 202);

        await _world.EventuallyAsync($"transfers/{id}", transfer => transfer["status"].GetString() == "Waiting");
        await _world.EventuallyAsync(
            $"exceptions?sku={sku}&status=Open",
            list => list["items"].EnumerateArray().Select(one => one.GetProperty("kind").GetString()).Order()
                .SequenceEqual(["Late", "PinnedUnavailable", "WarehouseClosed"]));
        (await node.SendAsync("POST", $"transfers/{id}/cancel", """{"reason":"no need"}""")).Should(200);
        await _world.EventuallyAsync(
            $"exceptions?sku={sku}&status=Open", list => list["items"].GetArrayLength() == 0);
        (await node.SendAsync("POST", "verify")).Should(200)["violations"].GetArrayLength().Should().Be(0);
    }

    private Task<RestAnswer> BooksAsync(string sku, long onHand, long between) => _world.EventuallyAsync(
        $"stock/{sku}/books",
        books => books["onHand"].GetInt64() == onHand && books["betweenWarehouses"].GetInt64() == between
            && books["balanced"].GetBoolean());
}
