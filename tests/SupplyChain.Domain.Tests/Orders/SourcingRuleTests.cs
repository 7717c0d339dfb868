using System.Collections.Immutable;
using System.Text.Json;
using FluentAssertions;
using SupplyChain.Network;
using Xunit;
using static SupplyChain.Orders.SourcingGiven;

namespace SupplyChain.Orders;

/// <summary>The hard rules, and what explanations say.</summary>
public sealed class SourcingRuleTests
{
    private static readonly SourcingGiven TwoWarehouses = Nothing
        .Warehouse("NEAR", Nuremberg).Warehouse("FAR", Hamburg);

    [Fact]
    public void A_closed_warehouse_is_never_chosen()
    {
        var given = TwoWarehouses.Stock("A", "NEAR", 10, open: false).Stock("A", "FAR", 10).Line(1, "A", 10);

        given.Planned().Should().Be("1: 10@FAR");
        given.Why().Rule.Should().Be(SourcingRule.OnlyCandidate);
        given.Why().Rejected.Should().Equal(new RejectedWarehouse("NEAR", RejectionReason.Closed));
    }

    [Fact]
    public void Rationed_stock_is_never_taken()
    {
        var given = TwoWarehouses.Stock("A", "NEAR", 10, rationed: true).Stock("A", "FAR", 4).Line(1, "A", 10);

        given.Planned().Should().Be("1: 4@FAR 6@-");
        given.Why().Rejected.Should().Equal(new RejectedWarehouse("NEAR", RejectionReason.Rationed));
        given.Plan().Unallocated[0].Rejections.Rejected.Should().Equal(
            new RejectedWarehouse("FAR", RejectionReason.NoStock),
            new RejectedWarehouse("NEAR", RejectionReason.Rationed));
    }

    [Fact]
    public void A_pinned_line_waits_for_its_warehouse()
    {
        var given = TwoWarehouses.Stock("A", "NEAR", 10).Stock("A", "FAR", 4).Line(1, "A", 10, pinned: "FAR");

        given.Planned().Should().Be("1: 4@FAR 6@-");
        given.Why().Rule.Should().Be(SourcingRule.Pinned);
        given.Why().Rejected.Should().BeEmpty();
        given.Plan().Unallocated[0].Rejections.Rejected.Should()
            .Equal(new RejectedWarehouse("FAR", RejectionReason.NoStock));
    }

    [Fact]
    public void A_pinned_line_says_so_when_its_warehouse_has_never_had_the_product()
    {
        var given = TwoWarehouses.Stock("A", "NEAR", 10).Line(1, "A", 10, pinned: "FAR");

        given.Planned().Should().Be("1: 10@-");
        given.Plan().Unallocated[0].Rejections.Rejected.Should()
            .Equal(new RejectedWarehouse("FAR", RejectionReason.NoStock));
    }

    [Fact]
    public void A_line_with_a_restriction_uses_those_warehouses_only() =>
        TwoWarehouses.Stock("A", "NEAR", 10).Stock("A", "FAR", 4).Line(1, "A", 10, onlyFrom: ["FAR", "ELSEWHERE"])
            .Planned().Should().Be("1: 4@FAR 6@-");

    [Fact]
    public void A_line_that_may_not_be_split_comes_from_one_warehouse()
    {
        var given = TwoWarehouses.Stock("A", "NEAR", 6).Stock("A", "FAR", 5).Line(1, "A", 10)
            .With(problem => problem with { AllowSplit = false });

        given.Planned().Should().Be("1: 6@NEAR 4@-");
        given.Plan().Unallocated[0].Rejections.Rejected.Should().Equal(
            new RejectedWarehouse("NEAR", RejectionReason.NoStock),
            new RejectedWarehouse("FAR", RejectionReason.MoreSplits));
    }

    [Fact]
    public void An_order_uses_no_more_warehouses_than_it_allows()
    {
        var given = TwoWarehouses.Stock("A", "NEAR", 5).Stock("B", "FAR", 6).Line(1, "A", 5).Line(2, "B", 6)
            .With(problem => problem with { MaxShipments = 1 });

        given.Planned().Should().Be("1: 5@-; 2: 6@FAR");
        given.Plan().Unallocated[0].Rejections.Rejected.Should()
            .Equal(new RejectedWarehouse("NEAR", RejectionReason.MoreSplits));
    }

    [Fact]
    public void Warehouses_the_order_ships_from_already_count_against_its_limit() =>
        TwoWarehouses.Stock("A", "NEAR", 5).Stock("A", "FAR", 2).Line(1, "A", 5)
            .With(problem => problem with { MaxShipments = 1, AlreadyUsed = ["FAR"] })
            .Planned().Should().Be("1: 2@FAR 3@-");

    [Fact]
    public void A_ship_complete_order_reserves_nothing_unless_every_unit_can_be()
    {
        var given = TwoWarehouses.Stock("A", "NEAR", 5).Stock("B", "FAR", 5).Line(1, "A", 5).Line(2, "B", 6)
            .With(problem => problem with { ShipComplete = true });

        given.Planned().Should().Be("1: 5@-; 2: 6@-");
        given.Plan().Unallocated.Select(line => line.IsWithdrawn).Should().Equal(true, false);
        given.Plan().Unallocated[0].Rejections.Rejected.Should().BeEmpty("its stock is there");
        given.Plan().Unallocated[1].Rejections.Rejected.Should()
            .Equal(new RejectedWarehouse("FAR", RejectionReason.NoStock));
    }

    [Fact]
    public void Nothing_known_of_a_product_leaves_its_line_unallocated() =>
        Nothing.Line(1, "A", 3).Planned().Should().Be("1: 3@-");

    [Fact]
    public void Without_a_ship_to_the_arrival_is_unknown_and_nothing_with_a_date_is_on_time()
    {
        var plan = TwoWarehouses.Stock("A", "NEAR", 10).Line(1, "A", 10, dueInDays: 30)
            .With(problem => problem with { ShipTo = null }).Plan();

        plan.Allocations[0].Arrival.Should().BeNull();
        plan.Allocations[0].Why.Rule.Should().Be(SourcingRule.OnlyCandidate);
    }

    [Fact]
    public void The_nearest_misses_are_named_and_the_others_counted_with_those_ruled_out_before()
    {
        var given = Nothing;
        for (var number = 10; number < 26; number++)
            given = given.Warehouse($"W{number}", new GeoPoint(48 + (number * 0.01), 11)).Stock("A", $"W{number}", 5);
        var why = given.Line(1, "A", 5).RuledOutBefore("A", RejectionReason.Costlier, 7).Why();

        why.Rejected.Should().HaveCount(3);
        why.Others.Should().Equal(ImmutableSortedDictionary<RejectionReason, int>.Empty
            .Add(RejectionReason.Costlier, 7 + 12));
    }

    [Fact]
    public void A_rule_is_found_even_if_all_rivals_were_ruled_out_before() =>
        TwoWarehouses.Stock("A", "NEAR", 5).RuledOutBefore("A", RejectionReason.Farther, 40).Line(1, "A", 5)
            .Why().Rule.Should().Be(SourcingRule.LowestCost);

    [Fact]
    public void Small_sets_are_proven_the_best_however_many_warehouses_there_are()
    {
        var given = Nothing;
        for (var number = 10; number < 50; number++)
            given = given.Warehouse($"W{number}", Nuremberg).Stock("A", $"W{number}", 5);

        given.Line(1, "A", 10).Plan().Method.Should().Be(SourcingMethod.Exact);
        given.Line(1, "A", 100).Plan().Method.Should().Be(SourcingMethod.Greedy);
        given.Line(1, "A", 100).Plan().Allocations.Should().HaveCount(20);
    }

    [Fact]
    public void An_explanation_says_how_many_were_equal_at_each_goal_and_what_the_nearest_could_do()
    {
        var given = Nothing
            .Warehouse("NEAR", Nuremberg).Warehouse("FAR", Hamburg).Warehouse("LOW", Nuremberg, band: 4)
            .Stock("A", "NEAR", 12).Stock("A", "FAR", 30).Stock("A", "LOW", 10).Stock("A", "NONE", 1)
            .Line(1, "A", 10, kg: 2);

        var why = given.Why();

        given.Planned().Should().Be("1: 10@NEAR");
        why.Rule.Should().Be(SourcingRule.LowestCost);
        why.Equal!.Value.Should().Equal(3, 3, 3, 2);
        why.Figures!.Available.Should().Be(12);
        why.Rejected.Select(one => (one.Warehouse.Value, one.LostAt, one.Figures?.Available)).Should().Equal(
            ("FAR", SourcingRule.LowestCost, 30), ("LOW", SourcingRule.PriorityBand, 10),
            ("NONE", SourcingRule.MostUnits, 1));
        var far = why.Rejected[0].Figures!;
        far.CostUsd.Should().BeGreaterThan(why.Figures.CostUsd!.Value);
        far.DistanceKm.Should().BeGreaterThan(why.Figures.DistanceKm!.Value);
        far.Arrival.Should().BeOnOrAfter(why.Figures.Arrival!.Value);
        why.Rejected[1].Figures!.Band.Should().Be(4);
    }

    [Fact]
    public void The_three_nearest_misses_are_named_with_their_figures()
    {
        var given = Nothing;
        for (var number = 1; number <= 6; number++)
            given = given.Warehouse($"W{number}", Nuremberg).Stock("A", $"W{number}", 5);

        given.Line(1, "A", 5).Why().Rejected.Select(one => one.Figures is not null)
            .Should().Equal(true, true, true);
    }

    [Fact]
    public void What_is_not_known_of_a_warehouse_has_no_figure()
    {
        var why = Nothing.Warehouse("NEAR", Nuremberg)
            .Stock("A", "NEAR", 10).Stock("A", "LOST", 10).Line(1, "A", 5, kg: null).Why();

        why.Figures!.CostUsd.Should().BeNull("the weight is not known");
        why.Rejected[0].Figures.Should().Be(
            new WarehouseFigures(10, SourcingProblem.DefaultPriorityBand, null, null, null));
    }

    [Fact]
    public void An_explanation_is_camel_case_whatever_the_options_and_survives_json()
    {
        var why = new AllocationReason(SourcingRule.LowestCost, [new("W", RejectionReason.UnknownLocation)],
            ImmutableSortedDictionary<RejectionReason, int>.Empty.Add(RejectionReason.NoStock, 2));

        var json = JsonSerializer.Serialize(why);

        json.Should().Contain("\"lowestCost\"").And.Contain("\"unknownLocation\"").And.Contain("{\"noStock\":2}");
        JsonSerializer.Deserialize<AllocationReason>(json).Should().Be(why);
    }
}
