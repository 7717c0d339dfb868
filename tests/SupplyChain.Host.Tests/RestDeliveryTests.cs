using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Deliveries in pieces, and scans that were wrong.</summary>
public sealed class RestDeliveryTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task Deliveries_in_pieces_complete_the_order()
    {
        var (number, shipment, _) = await ReleasedAsync(10);
        var first = await RecordAsync(shipment, "M-1", """{"kind":"delivered","lines":[{"line":1,"delivered":6}]}""");
        first["lines"][0].GetProperty("delivered").GetInt64().Should().Be(6);
        (await OrderAsync(number))["status"].GetString().Should().Be("Shipped");

        await RecordAsync(shipment, "M-2", """{"kind":"delivered","lines":[{"line":1,"delivered":4}]}""");

        var order = await OrderAsync(number);
        order["status"].GetString().Should().Be("Delivered");
        order["lines"][0].GetProperty("delivered").GetInt64().Should().Be(10);
    }

    [Fact]
    public async Task A_scan_that_names_a_line_says_nothing_of_the_others()
    {
        var (_, shipment, _) = await ReleasedAsync(5, 7);
        var one = await RecordAsync(shipment, "M-1", """{"kind":"delivered","lines":[{"line":1,"delivered":5}]}""");
        one["lines"].EnumerateArray().Select(line => line.GetProperty("delivered").GetInt64()).Should().Equal(5, 0);

        var all = await RecordAsync(shipment, "M-2", """{"kind":"delivered"}""");
        all["lines"].EnumerateArray().Select(line => line.GetProperty("delivered").GetInt64()).Should().Equal(5, 7);
    }

    [Fact]
    public async Task A_scan_made_by_mistake_is_voided_and_its_goods_are_on_hand_again()
    {
        var (number, shipment, sku) = await ReleasedAsync(10);
        await RecordAsync(shipment, "M-1", """{"kind":"dispatched"}""");
        await OnHandAsync(sku, onHand: 0, reserved: 0);

        var voided = (await VoidAsync(shipment, "M-1")).Should(200);
        voided["status"].GetString().Should().Be("Planned");
        voided["milestones"].GetArrayLength().Should().Be(0);
        voided["voided"][0].GetProperty("reason").GetString().Should().Be("wrong scan");
        (await VoidAsync(shipment, "M-1")).Should(200)["replayed"].GetBoolean().Should().BeTrue();
        await OnHandAsync(sku, onHand: 10, reserved: 10);
        var order = await OrderAsync(number);
        (order["status"].GetString(), order["lines"][0].GetProperty("shipped").GetInt64()).Should().Be(("Released", 0));

        await RecordAsync(shipment, "M-2", """{"kind":"delivered"}""");
        await OnHandAsync(sku, onHand: 0, reserved: 0);
        (await OrderAsync(number))["status"].GetString().Should().Be("Delivered");
        (await VoidAsync(shipment, "M-2")).Should(200);
        (await OrderAsync(number))["status"].GetString().Should().Be("Released");
        (await node.SendAsync("POST", "verify")).Should(200)["violations"].GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Only_a_milestone_that_is_there_can_be_voided_and_with_a_reason()
    {
        var (_, shipment, _) = await ReleasedAsync(1);
        await RecordAsync(shipment, "M-1", """{"kind":"picked"}""");

        (await VoidAsync(shipment, "M-9")).ShouldBeProblem(404, "not-found");
        (await VoidAsync(_world.Id("S"), "M-1")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("POST", $"shipments/{shipment}/milestones/M-1/void", "{}")).Should(422)
            .Errors.Should().Equal(("/reason", "required"));
    }

    [Fact]
    public async Task A_node_without_a_company_prefix_numbers_no_label()
    {
        var (_, shipment, _) = await ReleasedAsync(1);

        (await node.SendAsync("POST", $"shipments/{shipment}/label")).ShouldBeProblem(409, "no-company-prefix");
        (await node.SendAsync("POST", $"shipments/{_world.Id("S")}/label")).ShouldBeProblem(404, "not-found");
    }

    private Task<RestAnswer> VoidAsync(string shipment, string milestone) =>
        node.SendAsync("POST", $"shipments/{shipment}/milestones/{milestone}/void", """{"reason":"wrong scan"}""");

    private async Task<RestAnswer> RecordAsync(string shipment, string id, string body) =>
        (await node.SendAsync("PUT", $"shipments/{shipment}/milestones/{id}", body)).Should(201);

    private async Task OnHandAsync(string sku, long onHand, long reserved)
    {
        var totals = (await node.SendAsync("GET", $"stock/{sku}"))["totals"];
        (totals.GetProperty("onHand").GetInt64(), totals.GetProperty("reserved").GetInt64())
            .Should().Be((onHand, reserved));
    }

    private Task<RestAnswer> OrderAsync(string number) => node.SendAsync("GET", $"orders/{number}");

    /// <summary>A shipment of an order with a line for each quantity; answers the first line's product too.</summary>
    private async Task<(string Order, string Shipment, string Sku)> ReleasedAsync(params long[] quantities)
    {
        var warehouse = await _world.WarehouseAsync();
        var (number, lines, skus) = (_world.Id("O"), new List<string>(), new List<string>());
        foreach (var quantity in quantities)
        {
            skus.Add(await _world.StockedAsync(warehouse, quantity));
            lines.Add($$"""{"line":{{skus.Count}},"sku":"{{skus[^1]}}","quantity":{{quantity}}}""");
        }

        var body = $$"""{"customer":"ACME","shipTo":{"country":"FR"},"lines":[{{string.Join(",", lines)}}]}""";
        (await node.SendAsync("PUT", $"orders/{number}", body)).Should(201);
        var released = (await node.SendAsync("POST", $"orders/{number}/release")).Should(200);
        return (number, released["shipments"][0].GetString()!, skus[0]);
    }
}
