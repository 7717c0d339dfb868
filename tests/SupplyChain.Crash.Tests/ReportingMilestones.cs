using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Carriers report late, twice, and in any order.</summary>
public sealed class ReportingMilestones(OneNode node)
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 8, 0, 0, TimeSpan.FromHours(1));

    private static readonly (string Id, object Body)[] Journey =
    [
        ("picked", new { kind = "picked", occurredAt = Monday }),
        ("packed", new { kind = "packed", occurredAt = Monday.AddHours(2) }),
        ("left", new { kind = "dispatched", occurredAt = Monday.AddHours(5) }),
        ("hub", new { kind = "arrivedHub", occurredAt = Monday.AddDays(1), location = "LEJ" }),
        ("storm", new { kind = "exception", occurredAt = Monday.AddDays(2), note = "storm" }),
        ("hub-again", new { kind = "arrivedHub", occurredAt = Monday.AddDays(2), location = "LEJ" }),
        ("on", new { kind = "departedHub", occurredAt = Monday.AddDays(3) }),
        ("door", new { kind = "outForDelivery", occurredAt = Monday.AddDays(4) }),
        ("there", new
        {
            kind = "delivered", occurredAt = Monday.AddDays(4).AddHours(3),
            lines = new[] { new { line = 1, delivered = 3, damaged = 1 } },
        }),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Milestones_shuffled_and_repeated_end_in_the_same_shipment_as_in_order(int seed)
    {
        var inOrder = await ShipmentAfterAsync(Journey);
        var random = new Random(seed);
        var reports = Journey.Concat(random.GetItems(Journey, 6)).ToArray();
        random.Shuffle(reports);

        (await ShipmentAfterAsync(reports)).Should().Be(inOrder);
    }

    /// <summary>A milestone under way is what it is, whatever comes after it was known before.</summary>
    [Fact]
    public async Task A_late_report_of_an_earlier_milestone_takes_nothing_back()
    {
        var shipment = await ReleasedAsync();
        await node.Http.PutAsync($"shipments/{shipment}/milestones/there", Journey[^1].Body);
        await node.Http.PutAsync($"shipments/{shipment}/milestones/left", Journey[2].Body);

        var seen = await node.Http.GetAsync<JsonObject>($"shipments/{shipment}");
        seen["status"]!.GetValue<string>().Should().Be("Delivered");
        seen["milestones"]!.AsArray().Should().HaveCount(2);
    }

    private async Task<string> ShipmentAfterAsync((string Id, object Body)[] reports)
    {
        var shipment = await ReleasedAsync();
        foreach (var (id, body) in reports)
        {
            await node.Http.PutAsync($"shipments/{shipment}/milestones/{id}", body);
        }
        var seen = await node.Http.GetAsync<JsonObject>($"shipments/{shipment}");
        foreach (var own in (string[])["id", "order", "warehouse", "version"])
        {
            seen.Remove(own);
        }
        foreach (var milestone in seen["milestones"]!.AsArray())
        {
            milestone!.AsObject().Remove("recordedAt");
        }
        foreach (var line in seen["lines"]!.AsArray())
        {
            line!.AsObject().Remove("sku");
        }
        return seen.ToJsonString();
    }

    private async Task<string> ReleasedAsync()
    {
        var id = Guid.NewGuid().ToString("N");
        await node.WarehouseAsync($"W-{id}", 53.55, 9.99);
        await node.ProductAsync($"S-{id}");
        await node.ReceiveAsync($"W-{id}", $"S-{id}", 4);
        await node.PlaceAsync($"O-{id}", OneNode.Order($"S-{id}", 4));
        var released = await node.Http.PostAsync($"orders/O-{id}/release", new { occurredAt = Monday.AddDays(-1) });
        return released.Read<SeenOrder>().Shipments.Should().ContainSingle().Subject;
    }
}
