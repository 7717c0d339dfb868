using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed class ShipmentPlanTests : ShipmentRules
{
    [Fact]
    public void It_may_belong_to_another_owner_than_an_order() =>
        Given().When(shipment => Shipment.Decide(shipment, Plan with { Owner = "transfer/T-1" }, Now))
            .Then(Released with { Owner = "transfer/T-1" })
            .Leaving(shipment => shipment.Details("SH-1")!.Owner.Kind.Should().Be("transfer"))
            .Leaving(shipment => shipment.Details("SH-1")!.Order.Should().BeNull())
            .When(shipment => Shipment.Decide(shipment, Plan, Now)).ThenRefused(Refusal.ShipmentInUse);

    [Fact]
    public void Its_owner_is_stored_where_an_orders_number_always_was() =>
        JsonNode.Parse(EventCodec.Encode(Released with { Owner = "transfer/T-1" }).Data)!["order"]!.GetValue<string>()
            .Should().Be("transfer/T-1");

    [Fact]
    public void An_order_releases_goods() =>
        Given().When(shipment => Shipment.Decide(shipment, Plan, Now)).Then(Released);

    [Fact]
    public void Releasing_the_same_goods_again_changes_nothing() =>
        Given(Released).When(shipment => Shipment.Decide(shipment, Plan, Now.AddHours(1))).ThenNothing();

    [Fact]
    public void Its_lines_have_no_order() =>
        Given(Released)
            .When(shipment => Shipment.Decide(shipment, Plan with { Lines = Plan.Lines.Reverse().ToItems() }, Now))
            .ThenNothing();

    [Fact]
    public void When_nobody_says_when_it_was_released_any_repeat_will_do() =>
        Given(Released)
            .When(shipment => Shipment.Decide(shipment, Plan with { OccurredAt = OccurredAt.Now }, Now.AddHours(1)))
            .ThenNothing();

    [Fact]
    public void What_only_describes_the_order_may_have_changed_since() =>
        Given(Released)
            .When(shipment => Shipment.Decide(
                shipment,
                Plan with
                {
                    DistanceKm = null,
                    Country = "BE",
                    Lines = Plan.Lines.Select(line => line with { Scheduled = null }).ToItems(),
                },
                Now))
            .ThenNothing();

    public static TheoryData<PlanShipment> OtherGoods => new()
    {
        Plan with { Owner = "O-2" },
        Plan with { Warehouse = "PAR" },
        Plan with { Lines = [Plan.Lines[0]] },
        Plan with { Lines = [Plan.Lines[0], Plan.Lines[1] with { Quantity = 3 }] },
        Plan with { Mode = "Air" },
        Plan with { Carrier = null },
        Plan with { TrackingNumber = "JD-2" },
        Plan with { WeightKg = 1 },
        Plan with { Freight = new(80, "EUR") },
        Plan with { OccurredAt = Now.AddDays(-1) },
    };

    [Theory, MemberData(nameof(OtherGoods), DisableDiscoveryEnumeration = true)]
    public void Its_number_cannot_be_used_for_anything_else(PlanShipment other) =>
        Given(Released).When(shipment => Shipment.Decide(shipment, other, Now)).ThenRefused(Refusal.ShipmentInUse);

    [Fact]
    public void The_number_of_a_cancelled_shipment_is_used_up() =>
        Given(Released, new Cancelled("damaged pallet"))
            .When(shipment => Shipment.Decide(shipment, Plan, Now))
            .ThenRefused(Refusal.ShipmentCancelled);

    [Fact]
    public void It_promises_the_earliest_scheduled_date_of_its_lines() =>
        DetailsAfter().Promise.Should().Be(new DateOnly(2026, 3, 6));

    [Fact]
    public void Without_scheduled_dates_it_promises_none() =>
        After(Released with { Lines = Released.Lines.Select(line => line with { Scheduled = null }).ToItems() })
            .Promise().Should().BeNull();

    [Theory]
    [InlineData("Air Charter", 100.0, "Air Charter")]
    [InlineData(null, 1500.0, "Truck")]
    [InlineData(null, 1501.0, "Air")]
    [InlineData(null, null, "Unknown")]
    public void Its_mode_is_the_one_given_or_follows_from_the_distance(string? given, double? distance, string shown) =>
        After(Released with { Mode = given, DistanceKm = distance }).Details("SH-1")!.Mode.Should().Be(shown);

    [Fact]
    public void What_was_never_released_is_not_there()
    {
        var none = Shipment.Initial;
        none.Details("SH-1").Should().BeNull();
        none.Summary("SH-1", default).Should().BeNull();
        none.Progress().Should().BeNull();
        none.IsLate(new(2030, 1, 1)).Should().BeFalse();
        none.IsAtRisk().Should().BeFalse();
        Given().When(shipment => Shipment.Decide(shipment, Report("M", MilestoneKind.Picked), Now)).ThenNothing();
        Given().When(shipment => Shipment.Decide(shipment, new CancelShipment("x"))).ThenNothing();
        Given()
            .When(shipment => Shipment.Decide(shipment, new FlagShipment(ShipmentFlag.WarehouseClosed))).ThenNothing();
    }
}
