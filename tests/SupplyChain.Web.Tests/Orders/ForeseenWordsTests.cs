namespace SupplyChain.Orders;

public sealed class ForeseenWordsTests
{
    [Fact]
    public void Consequences_are_one_sentence() => ForeseenWords.Sentence(new(
        [new("O-1", 1, "PUMP", 3, "BER", "PAR"), new("O-2", 1, "PUMP", 1, "BER", "PAR")],
        [new("O-2", 1, "PUMP", 1, RejectionReason.NoStock)],
        [])).Should().Be("4 units would move elsewhere and 1 unit would wait for stock.");

    [Fact]
    public void Nothing_is_said_to_be_nothing() => ForeseenWords.Sentence(new([], [], []))
        .Should().Be("Nothing reserved would move, and nothing more would wait.");

    [Fact]
    public void Who_would_wait_stands_first_and_says_why()
    {
        var rows = ForeseenWords.Rows(
            new(
                [new("O-1", 1, "PUMP", 3, "BER", "PAR")],
                [new("O-2", 4, "PUMP", 1, RejectionReason.Closed)],
                [new("O-3", 2, "HOSE", 5, "ROM")]),
            id => $"city {id}");

        rows.Select(row => (row.Owner.Text, row.Units, row.What.Word)).Should().Equal(
            ("O-2", 1, "wait: the warehouse is closed"),
            ("O-1", 3, "move: city BER → city PAR"),
            ("O-3", 5, "be reserved in city ROM"));
    }

    [Fact]
    public void What_became_of_an_order_is_said_of_the_lines_that_changed()
    {
        var before = Order(Line(1, allocated: 5, waiting: 0), Line(2, allocated: 5, waiting: 0));
        var after = Order(Line(1, allocated: 3, waiting: 2), Line(2, allocated: 5, waiting: 0));

        ForeseenWords.Difference(before, after, id => id.Value).Should().Equal("Line 1, PUMP: 3 from BER and 2 wait");
    }

    private static OrderDetails Order(params OrderLineDetails[] lines) => new(
        "O-1", OrderStatus.Allocated, 3, "C-1", 3, null, null, new("FR"), new(), lines.ToItems(),
        lines.Select(line => new AllocationDetails(
            line.Line, line.Sku, "BER", line.Allocated, AllocationStatus.Reserved, null,
            new(SourcingRule.OnlyCandidate, [], Rejections.None.Others))).ToItems(),
        [], null, null);

    private static OrderLineDetails Line(int line, long allocated, long waiting) => new(
        line, "PUMP", allocated + waiting, allocated, waiting, 0, 0, 0, null, null, null, null);
}
