using FluentAssertions;
using Xunit;
using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

public sealed class StockMovementTests : StockRules
{
    [Fact]
    public void Units_of_a_receipt_arrive() =>
        Given()
            .When(stock => StockItem.Decide(stock, new ReceiveStock("R-1", 2, 30, Now.AddDays(-9), Repeat.No), Now))
            .Then(Received("R-1", 2, 30, Now.AddDays(-9)) with { After = new(30, 0) })
            .Leaving(stock => stock.Level(new("PUMP", "BER"), isRationed: false).Should().Be(
                new StockLevel("PUMP", "BER", 30, 0, false, 1)));

    [Fact]
    public void A_receipt_may_not_say_when_or_not_know() =>
        Given()
            .When(stock => StockItem.Decide(stock, new ReceiveStock("R-1", 0, 1, OccurredAt.Now, Repeat.No), Now))
            .Then(Received("R-1", 0, 1, Now) with { After = new(1, 0) })
            .When(stock => StockItem.Decide(stock, new ReceiveStock("R-2", 0, 1, OccurredAt.Unknown, Repeat.No), Now))
            .Then(Received("R-2", 0, 1, null) with { After = new(2, 0) });

    [Theory]
    [InlineData(-100, 0)]
    [InlineData(25, 125)]
    public void On_hand_can_be_corrected(long delta, long onHand) =>
        Given(Hundred)
            .When(stock => Adjust(stock, delta)).Then(Adjusted("A-1", delta, Now) with { After = new(onHand, 0) })
            .Leaving(stock => stock.OnHand.Should().Be(onHand));

    [Fact]
    public void A_shipment_that_finds_nothing_reserved_moves_nothing_and_has_left_all_the_same() =>
        Given(Hundred)
            .When(stock => StockItem.Decide(stock, new IssueGoods("SH", [new(Key("O-1"), 5)], Now, Repeat.No), Now))
            .Then(Issued("SH", Now) with { After = new(100, 0) })
            .Leaving(stock => stock.OnHand.Should().Be(100));

    [Fact]
    public void On_hand_never_goes_below_zero() =>
        Given(Hundred).When(stock => Adjust(stock, -101)).ThenRefused(Refusal.BelowZero);

    [Fact]
    public void Reality_wins_and_the_lowest_priority_loses_first_then_the_youngest()
    {
        var (urgent, old, young, twin) = (Key("O-1"), Key("O-2"), Key("O-3"), Key("O-4"));
        Given(
            Hundred, Holds(urgent, 20, 1, days: 9), Holds(old, 20, 4), Holds(young, 20, 4, days: 2),
            Holds(twin, 20, 4, days: 2))
            .When(stock => Adjust(stock, -69))
            .Then(
                new ReservationsDropped(
                    [new(twin, 20, 0), new(young, 20, 0), new(old, 9, 11)], new(100, 31)),
                Adjusted("A-1", -69, Now) with { After = new(31, 31) })
            .Leaving(stock => (stock.OnHand, stock.Reserved).Should().Be((31, 31)))
            .Leaving(stock => stock.Reservations.Keys.Should().BeEquivalentTo([urgent, old]));
    }

    [Fact]
    public void Goods_that_never_left_are_on_hand_and_reserved_again_and_the_last_to_be_dropped()
    {
        var (back, other) = (Key("O-1"), Key("O-2"));
        Given(
            Hundred, Holds(back, 60, 5), Holds(other, 40, 1, days: 1),
            Issued("SH", Now, new IssuedUnits(back, 60)))
            .When(stock => StockItem.Decide(stock, new ReturnGoods("SH", [new IssueGoodsLine(back, 60)], 0)))
            .Then(new Moved(
                new("shipment", "SH"), 60, null, null, new(100, 100), Restored: [new IssuedUnits(back, 60)]))
            .Leaving(stock => (stock.OnHand, stock.Reserved, stock.Available).Should().Be((100, 100, 0)))
            .When(stock => Adjust(stock, -10))
            .Then(
                new ReservationsDropped([new(other, 10, 30)], new(100, 90)),
                Adjusted("A-1", -10, Now) with { After = new(90, 90) });
    }

    [Fact]
    public void Orders_have_to_hear_of_what_they_lost()
    {
        var (first, second) = (new DroppedReservation(Key("O-1"), 10, 40), new DroppedReservation(Key("O-2"), 50, 0));
        Given(Hundred, Holds(first.Key, 50), Holds(second.Key, 50))
            .When(stock => Adjust(stock, -60)).ThenAccepted()
            .Leaving(stock => StockItem.UnfinishedWork(stock).Should().Be(UnfinishedWork.Handover))
            .When(stock => StockItem.Decide(stock, new ConfirmDropped([first]))).Then(new DropsConfirmed([first.Key]))
            .Leaving(stock => StockItem.UnfinishedWork(stock).Should().Be(UnfinishedWork.Handover))
            .When(stock => StockItem.Decide(stock, new ConfirmDropped([first]))).ThenNothing()
            .When(stock => StockItem.Decide(stock, new ConfirmDropped([first, second])))
            .Then(new DropsConfirmed([second.Key]))
            .Leaving(stock => StockItem.UnfinishedWork(stock).Should().Be(UnfinishedWork.None));
    }

    [Fact]
    public void An_order_that_lost_more_while_it_was_told_has_to_hear_of_that_too()
    {
        var key = Key("O-1");
        Given(Hundred, Holds(key, 100))
            .When(stock => Adjust(stock, -60)).ThenAccepted()
            .When(stock => Adjust(stock, -40)).ThenAccepted()
            .When(stock => StockItem.Decide(stock, new ConfirmDropped([new(key, 60, 40)]))).ThenNothing()
            .Leaving(stock => StockItem.UnfinishedWork(stock).Should().Be(UnfinishedWork.Handover))
            .When(stock => StockItem.Decide(stock, new ConfirmDropped([new(key, 40, 0)])))
            .Then(new DropsConfirmed([key]));
    }

    [Fact]
    public void Goods_leave_on_hand_and_reserved_together_and_never_more_than_is_held()
    {
        var (all, part, gone) = (Key("O-1"), Key("O-2"), Key("O-3"));
        Given(Hundred, Holds(all, 30), Holds(part, 30))
            .When(stock => StockItem.Decide(
                stock, new IssueGoods("SH-1", [new(all, 40), new(part, 10), new(gone, 5)], Now, Repeat.No), Now))
            .Then(Issued("SH-1", Now, new(all, 30), new(part, 10)) with { After = new(60, 20) })
            .Leaving(stock => (stock.OnHand, stock.Reserved, stock.Available).Should().Be((60, 20, 40)));
    }
}
