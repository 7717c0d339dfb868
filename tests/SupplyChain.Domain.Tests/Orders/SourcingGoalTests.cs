using FluentAssertions;
using SupplyChain.Network;
using Xunit;
using static SupplyChain.Orders.SourcingGiven;

namespace SupplyChain.Orders;

/// <summary>The goals, each deciding between warehouses that are equal in all earlier ones.</summary>
public sealed class SourcingGoalTests
{
    private static RejectedWarehouse Rejected(WarehouseId warehouse, RejectionReason reason) => new(warehouse, reason);

    [Fact]
    public void Most_units_come_first_even_if_they_are_late_and_split_the_order()
    {
        var given = Nothing.Warehouse("NEAR", Nuremberg).Warehouse("FAR", Hamburg)
            .Stock("A", "NEAR", 6).Stock("A", "FAR", 4)
            .Line(1, "A", 10, dueInDays: 2);

        given.Planned().Should().Be("1: 4@FAR 6@NEAR");
    }

    [Fact]
    public void A_warehouse_with_more_units_beats_a_nearer_one_when_the_line_may_not_be_split()
    {
        var given = Nothing.Warehouse("NEAR", Nuremberg).Warehouse("FAR", Hamburg)
            .Stock("A", "NEAR", 6).Stock("A", "FAR", 10)
            .Line(1, "A", 10).With(problem => problem with { AllowSplit = false });

        given.Planned().Should().Be("1: 10@FAR");
        given.Why().Rule.Should().Be(SourcingRule.MostUnits);
        given.Rejected().Should().Equal(Rejected("NEAR", RejectionReason.NoStock));
    }

    [Fact]
    public void Being_on_time_beats_a_better_priority_band()
    {
        var given = Nothing.Warehouse("NEAR", Nuremberg, band: 5).Warehouse("FAR", Hamburg, band: 1)
            .Stock("A", "NEAR", 10).Stock("A", "FAR", 10)
            .Line(1, "A", 10, dueInDays: 2);

        given.Planned().Should().Be("1: 10@NEAR");
        given.Why().Rule.Should().Be(SourcingRule.OnTime);
        given.Rejected().Should().Equal(Rejected("FAR", RejectionReason.Later));
    }

    [Fact]
    public void Being_on_time_is_worth_a_further_shipment()
    {
        var given = Nothing.Warehouse("NEAR", Nuremberg).Warehouse("FAR", Hamburg)
            .Stock("A", "NEAR", 6).Stock("A", "FAR", 10)
            .Line(1, "A", 10, dueInDays: 2);

        given.Planned().Should().Be("1: 4@FAR 6@NEAR");
    }

    [Fact]
    public void A_warehouse_of_unknown_place_is_not_on_time()
    {
        var given = Nothing.Warehouse("KNOWN", Hamburg).Warehouse("LOST", null, band: 1)
            .Stock("A", "KNOWN", 10).Stock("A", "LOST", 10)
            .Line(1, "A", 10, dueInDays: 3);

        given.Planned().Should().Be("1: 10@KNOWN");
        given.Rejected().Should().Equal(Rejected("LOST", RejectionReason.UnknownLocation));
    }

    [Fact]
    public void Fewer_shipments_beat_bands_and_cost()
    {
        var given = Nothing.Warehouse("BOTH", Hamburg, band: 5).Warehouse("ONE", Nuremberg).Warehouse("TWO", Augsburg)
            .Stock("A", "BOTH", 5).Stock("B", "BOTH", 5).Stock("A", "ONE", 5).Stock("B", "TWO", 5)
            .Line(1, "A", 5).Line(2, "B", 5);

        given.Planned().Should().Be("1: 5@BOTH; 2: 5@BOTH");
        var why = given.Plan().Allocations[0].Why;
        why.Rule.Should().Be(SourcingRule.FewestShipments);
        SourcingGiven.Rejected(why).Should().Equal(Rejected("ONE", RejectionReason.MoreSplits));
    }

    [Fact]
    public void A_warehouse_the_order_ships_from_anyway_costs_no_further_shipment()
    {
        var given = Nothing.Warehouse("USED", Hamburg, band: 5).Warehouse("NEW", Nuremberg, band: 1)
            .Stock("A", "USED", 10).Stock("A", "NEW", 10)
            .Line(1, "A", 10).With(problem => problem with { AlreadyUsed = ["USED"] });

        given.Planned().Should().Be("1: 10@USED");
        given.Why().Rule.Should().Be(SourcingRule.FewestShipments);
    }

    [Fact]
    public void A_better_priority_band_beats_lower_cost()
    {
        var given = Nothing.Warehouse("NEAR", Nuremberg, band: 2).Warehouse("FAR", Hamburg, band: 1)
            .Stock("A", "NEAR", 10).Stock("A", "FAR", 10)
            .Line(1, "A", 10);

        given.Planned().Should().Be("1: 10@FAR");
        given.Why().Rule.Should().Be(SourcingRule.PriorityBand);
        given.Rejected().Should().Equal(Rejected("NEAR", RejectionReason.LowerBand));
    }

    [Fact]
    public void Of_two_warehouses_a_day_away_the_cheaper_one_is_chosen()
    {
        var given = Nothing.Warehouse("A-NUREMBERG", Nuremberg).Warehouse("B-AUGSBURG", Augsburg)
            .Stock("A", "A-NUREMBERG", 10).Stock("A", "B-AUGSBURG", 10)
            .Line(1, "A", 10);

        given.Planned().Should().Be("1: 10@B-AUGSBURG");
        given.Why().Rule.Should().Be(SourcingRule.LowestCost);
        given.Rejected().Should().Equal(Rejected("A-NUREMBERG", RejectionReason.Costlier));
    }

    [Fact]
    public void An_unknown_cost_ranks_last()
    {
        var given = Nothing.Warehouse("LOST", null).Warehouse("LISBON", Lisbon)
            .Stock("A", "LOST", 10).Stock("A", "LISBON", 10)
            .Line(1, "A", 10);

        given.Planned().Should().Be("1: 10@LISBON");
        given.Why().Rule.Should().Be(SourcingRule.LowestCost);
        given.Rejected().Should().Equal(Rejected("LOST", RejectionReason.UnknownLocation));
    }

    [Fact]
    public void Without_a_weight_no_cost_is_known_and_the_earliest_arrival_decides()
    {
        var given = Nothing.Warehouse("A-HAMBURG", Hamburg).Warehouse("B-NUREMBERG", Nuremberg)
            .Stock("A", "A-HAMBURG", 10).Stock("A", "B-NUREMBERG", 10)
            .Line(1, "A", 10, kg: null);

        given.Planned().Should().Be("1: 10@B-NUREMBERG");
        given.Why().Rule.Should().Be(SourcingRule.EarliestArrival);
        given.Rejected().Should().Equal(Rejected("A-HAMBURG", RejectionReason.Later));
        given.Plan().Allocations[0].Arrival.Should().Be(Monday.AddDays(2), "a day on the road and one of handling");
    }

    [Fact]
    public void If_all_else_is_equal_the_lower_id_decides()
    {
        var given = Nothing.Warehouse("W2", Augsburg).Warehouse("W1", Nuremberg).Warehouse("W3", Nuremberg)
            .Stock("A", "W3", 10).Stock("A", "W2", 10).Stock("A", "W1", 10)
            .Line(1, "A", 10, kg: null);

        given.Planned().Should().Be("1: 10@W1");
        given.Why().Rule.Should().Be(SourcingRule.Id);
        given.Rejected().Should().Equal(
            Rejected("W2", RejectionReason.MoreSplits), Rejected("W3", RejectionReason.MoreSplits));
    }

    [Fact]
    public void Lines_that_want_the_same_stock_get_it_by_number()
    {
        var given = Nothing.Warehouse("W", Nuremberg).Stock("A", "W", 7).Line(2, "A", 5).Line(1, "A", 5);

        given.Planned().Should().Be("1: 5@W; 2: 2@W 3@-");
    }

    [Fact]
    public void A_later_line_gets_the_stock_that_is_on_time_if_only_it_has_use_for_it()
    {
        var given = Nothing.Warehouse("NEAR", Nuremberg).Warehouse("FAR", Hamburg)
            .Stock("A", "NEAR", 5).Stock("A", "FAR", 5)
            .Line(1, "A", 5).Line(2, "A", 5, dueInDays: 2);

        given.Planned().Should().Be("1: 5@FAR; 2: 5@NEAR");
    }

    [Fact]
    public void Whole_lines_are_packed_so_that_most_units_are_reserved()
    {
        var given = Nothing.Warehouse("NEAR", Augsburg).Warehouse("FAR", Nuremberg)
            .Stock("A", "NEAR", 10).Stock("A", "FAR", 6)
            .Line(1, "A", 6).Line(2, "A", 10)
            .With(problem => problem with { AllowSplit = false });

        given.Planned().Should().Be("1: 6@FAR; 2: 10@NEAR");
    }

    [Fact]
    public void A_whole_line_that_is_late_anyway_yields_to_one_that_can_be_on_time()
    {
        var given = Nothing.Warehouse("NEAR", Nuremberg).Warehouse("FAR", Hamburg)
            .Stock("A", "NEAR", 5).Stock("A", "FAR", 5)
            .Line(1, "A", 5, pinned: "FAR", dueInDays: 1).Line(2, "A", 5, dueInDays: 9).Line(3, "A", 5, dueInDays: 9)
            .With(problem => problem with { AllowSplit = false });

        given.Planned().Should().Be("1: 5@-; 2: 5@NEAR; 3: 5@FAR");
    }
}
