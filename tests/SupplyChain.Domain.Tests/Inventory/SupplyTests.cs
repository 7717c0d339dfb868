using CsCheck;
using FluentAssertions;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Inventory;

public sealed class SupplyTests
{
    private static readonly DateOnly Monday = SourcingGiven.Monday;

    private static readonly Supplies Dated = new(
    [
        new(4), new(3, ExpiresOn: Monday, Lot: "L-1"), new(2, AvailableFrom: Monday.AddDays(1), Lot: "L-2"),
    ]);

    private static readonly Gen<Supplies> Any = Gen.Select(
            Gen.Long[0, 9], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 1],
            (units, from, until, lot) => new Supply(
                units, from == 0 ? null : Monday.AddDays(from), until == 0 ? null : Monday.AddDays(until),
                lot == 0 ? null : "L"))
        .Array[0, 4].Select(all => new Supplies(all.ToItems()));

    [Theory]
    [InlineData(-1, 7)]
    [InlineData(0, 7)]
    [InlineData(1, 6)]
    public void A_supply_counts_from_its_first_day_to_its_last(int days, long units) =>
        Dated.On(Monday.AddDays(days)).Should().Be(units);

    [Fact]
    public void A_number_of_units_is_one_supply_that_is_there_on_any_day()
    {
        Supplies there = 5;

        there.On(DateOnly.MinValue).Should().Be(5);
        there.On(DateOnly.MaxValue).Should().Be(5);
        there.Plus(-7).Should().Be((Supplies)(-2), "whoever looks ahead may have given away more than there is");
        there.Plus(2).Should().Be((Supplies)7);
    }

    [Fact]
    public void What_is_to_hand_first_leaves_first_and_of_that_what_expires_first() =>
        Dated.Plus(-8).All.Select(supply => supply.Quantity).Should().Equal(0, 0, 1);

    [Fact]
    public void Units_that_come_are_there_on_any_day() =>
        Any.Sample(supplies =>
        {
            foreach (var day in Enumerable.Range(-1, 5).Select(Monday.AddDays))
            {
                supplies.Plus(6).On(day).Should().Be(supplies.On(day) + 6);
            }
        });

    [Fact]
    public void Nothing_is_lost_whatever_leaves_and_comes() =>
        Gen.Select(Any, Gen.Long[-9, 9]).Sample((supplies, units) =>
            supplies.Plus(units).Total.Should().Be(supplies.Total + units));

    [Fact]
    public void Sourcing_takes_what_can_leave_on_the_day_it_plans_for()
    {
        var given = SourcingGiven.Nothing.Warehouse("BER", null).Line(1, "PUMP", 9)
            .With(problem => problem with
            {
                Availability = [new("PUMP", [new("BER", Dated, Rationed: false, Open: true)])],
            });

        given.Planned().Should().Be("1: 7@BER 2@-");
        given.With(problem => problem with { Date = Monday.AddDays(1) }).Planned().Should().Be("1: 6@BER 3@-");
    }

    [Fact]
    public void A_place_that_gets_units_later_has_none_yet_and_an_explanation_says_so() =>
        SourcingGiven.Nothing.Warehouse("BER", null).Warehouse("PAR", null).Stock("PUMP", "PAR", 5)
            .Line(1, "PUMP", 5)
            .With(problem => problem with
            {
                Availability = [problem.Availability[0] with
                {
                    Candidates = problem.Availability[0].Candidates.Add(new(
                        "BER", new([new(5, AvailableFrom: Monday.AddDays(1))]), Rationed: false, Open: true)),
                }],
            })
            .Rejected().Should().Equal(new RejectedWarehouse("BER", RejectionReason.NoStock));
}
