using FluentAssertions;
using Xunit;
using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

public sealed class ReservationTests : StockRules
{
    private static readonly ReservationKey Mine = Key("O-1");

    [Fact]
    public void An_owner_of_another_kind_has_reservations_of_its_own() =>
        Given(Hundred, Holds(Mine, 60))
            .When(stock => Reserve(stock, Want(Key("transfer/O-1"), 30)))
            .Then(Holds(Key("transfer/O-1"), 30) with { After = new(100, 90) })
            .When(stock => Keep(stock, Mine, 0)).ThenAccepted()
            .Leaving(stock => stock.Reservations.Keys.Should().ContainSingle()
                .Which.ToString().Should().Be("transfer/O-1/1/o1"));

    [Fact]
    public void Units_are_reserved_for_an_order_line() =>
        Given(Hundred)
            .When(stock => Reserve(stock, Want(Mine, 60))).Then(Holds(Mine, 60) with { After = new(100, 60) })
            .Leaving(stock => (stock.OnHand, stock.Reserved, stock.Available).Should().Be((100, 60, 40)));

    [Fact]
    public void A_reservation_never_takes_units_that_are_not_there()
    {
        var left = Given(Hundred, Holds(Mine, 60));
        left.When(stock => Reserve(stock, Want(Key("O-2"), 41))).ThenNothing();
        Answer(left.State, Want(Key("O-2"), 41)).Should().Be(ReserveOutcome.Short);
        left.When(stock => Reserve(stock, Want(Key("O-2"), 40)))
            .Then(Holds(Key("O-2"), 40) with { After = new(100, 100) });
    }

    [Fact]
    public void Of_twenty_buyers_of_the_last_unit_one_gets_it()
    {
        var scene = Given(Received("R-1", 0, 1, Now));
        var sold = 0;
        foreach (var buyer in Enumerable.Range(1, 20))
        {
            var outcome = scene.When(stock => Reserve(stock, Want(Key($"O-{buyer}"), 1)));
            sold += outcome.Decision.Count;
            scene = outcome.Scene;
        }
        sold.Should().Be(1);
    }

    [Fact]
    public void Reserving_again_changes_nothing_and_is_still_a_yes()
    {
        var held = Given(Hundred, Holds(Mine, 100));
        held.When(stock => Reserve(stock, Want(Mine, 100))).ThenNothing();
        Answer(held.State, Want(Mine, 100)).Should().Be(ReserveOutcome.Reserved);
    }

    [Theory]
    [InlineData(1, ReserveOutcome.Stale)]
    [InlineData(2, ReserveOutcome.Stale)]
    [InlineData(3, ReserveOutcome.Reserved)]
    public void An_attempt_that_is_over_does_not_come_back(int attempt, ReserveOutcome outcome)
    {
        var over = Given(Hundred, Holds(Key("O-1", 2), 5), new ReservationReduced(Key("O-1", 2), 5, 0)).State;
        Answer(over, Want(Key("O-1", attempt), 5)).Should().Be(outcome);
        Reserve(over, Want(Key("O-1", attempt), 5)).Count.Should().Be(outcome == ReserveOutcome.Reserved ? 1 : 0);
    }

    [Fact]
    public void The_attempts_of_an_order_and_of_the_backlog_are_counted_apart()
    {
        var over = Given(Hundred, Holds(Key("O-1", 2), 5), new ReservationReduced(Key("O-1", 2), 5, 0)).State;
        Answer(over, Want(Key("O-1", 1, ReservationOrigin.Backlog), 5)).Should().Be(ReserveOutcome.Reserved);
    }

    [Fact]
    public void Attempts_that_were_issued_or_dropped_are_over_too()
    {
        var issued = Given(Hundred, Holds(Mine, 5), Issued("SH-1", Now, new IssuedUnits(Mine, 5))).State;
        Answer(issued, Want(Mine, 5)).Should().Be(ReserveOutcome.Stale);

        var dropped = Given(Hundred, Holds(Mine, 5), new ReservationsDropped([new(Mine, 5, 0)])).State;
        Answer(dropped, Want(Mine, 5)).Should().Be(ReserveOutcome.Stale);
    }

    [Fact]
    public void Attempts_that_are_over_are_forgotten_long_after_their_deadline()
    {
        var over = Given(Hundred, Holds(Mine, 5), new ReservationReduced(Mine, 5, 0));
        var other = new StockEvent[] { Holds(Key("O-2"), 5), new ReservationReduced(Key("O-2"), 5, 0) };

        var soon = over.Later(StockItem.AttemptMemory).After(other).State;
        Answer(soon, Want(Mine, 5)).Should().Be(ReserveOutcome.Stale);
        var later = over.Later(StockItem.AttemptMemory + TimeSpan.FromSeconds(1)).After(other).State;
        later.Closed.Should().ContainSingle();
        later.ClosedInOrder.Should().ContainSingle();
    }

    [Fact]
    public void Releasing_says_what_stays_so_repeating_it_changes_nothing() =>
        Given(Hundred, Holds(Mine, 60))
            .When(stock => Keep(stock, Mine, 20)).Then(new ReservationReduced(Mine, 40, 20, new(100, 20)))
            .Leaving(stock => stock.Reserved.Should().Be(20))
            .When(stock => Keep(stock, Mine, 20)).ThenNothing()
            .When(stock => Keep(stock, Mine, 50)).ThenNothing()
            .When(stock => Keep(stock, Mine, 0)).Then(new ReservationReduced(Mine, 20, 0, new(100, 0)))
            .Leaving(stock => stock.Reservations.Should().BeEmpty())
            .When(stock => Keep(stock, Mine, 0)).ThenNothing();

    [Fact]
    public void Each_of_several_releases_says_the_level_after_it() =>
        Given(Hundred, Holds(Mine, 60), Holds(Key("O-2"), 10))
            .When(stock => StockItem.Decide(
                stock, new ReduceReservations([new(Mine, 20), new(Key("O-9"), 0), new(Key("O-2"), 0)])))
            .Then(
                new ReservationReduced(Mine, 40, 20, new(100, 30)),
                new ReservationReduced(Key("O-2"), 10, 0, new(100, 20)));

    [Fact]
    public void Rationed_units_are_given_away_by_the_backlog_only()
    {
        var state = Given(Hundred).State;
        StockItem.Answer(state, Want(Mine, 1), isRationed: true).Should().Be(ReserveOutcome.Rationed);
        Given(Hundred).When(stock => Reserve(stock, Want(Mine, 1), isRationed: true)).ThenNothing();
        var granted = Key("O-1", 1, ReservationOrigin.Backlog);
        Given(Hundred).When(stock => Reserve(stock, Want(granted, 1), isRationed: true))
            .Then(Holds(granted, 1) with { After = new(100, 1) });
    }

    [Fact]
    public void A_mark_of_release_01_rations_nothing_by_itself() =>
        Given(Hundred, new Rationed()).When(stock => Reserve(stock, Want(Mine, 1)))
            .Then(Holds(Mine, 1) with { After = new(100, 1) });

    private static ReserveOutcome Answer(StockItem stock, ReserveStock command) =>
        StockItem.Answer(stock, command, isRationed: false);
}
