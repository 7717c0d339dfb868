using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Operations;

public sealed class QueueStepTests
{
    private static readonly OrderLineDetails Line = new(
        1, "PUMP-1", 5, 0, 5, 0, 0, 0, null, null, null, null);

    private static readonly StockHolder[] Queue =
    [
        Waits("SO-OLD", 1, since: 1, place: 1), Waits("SO-YOUNG", 1, since: 9, place: 2),
        Waits("SO-TWO", 2, since: 2, place: 3), Waits("SO-1", 3, since: 5, place: 4, line: 2),
        Waits("SO-1", 3, since: 5, place: 5), Waits("SO-LAST", 4, since: 1, place: 6),
    ];

    [Fact]
    public void It_overtakes_what_has_a_lower_priority_or_is_younger_and_not_itself()
    {
        var step = QueueStep.Of("SO-1", Line, Queue);

        step.Overtaken.Select(one => one.Owner.Text).Should().Equal("SO-YOUNG", "SO-TWO");
        step.Words().Should().Be(
            "Line 1, PUMP-1: from place 5 to 3 of its queue, before 7 units of SO-YOUNG (priority 1) and 7 units of "
            + "SO-TWO (priority 2).");
    }

    [Fact]
    public void What_overtakes_nobody_gets_nothing()
    {
        var step = QueueStep.Of("SO-OLD", Line, Queue);

        step.Gets.Should().BeFalse();
        step.Words().Should().Be("Line 1, PUMP-1: stays at place 1 of its queue.");
    }

    [Fact]
    public void A_line_that_the_queue_does_not_show_is_unknown() =>
        QueueStep.Of("SO-9", Line, Queue).Words()
            .Should().Be("Line 1, PUMP-1: its place in the queue is not known just now.");

    private static StockHolder Waits(string order, int priority, int since, int place, int line = 1) => new(
        order, line, "ACME", priority, HolderState.Waiting, 7, null, DateTimeOffset.UnixEpoch.AddDays(since), place);
}
