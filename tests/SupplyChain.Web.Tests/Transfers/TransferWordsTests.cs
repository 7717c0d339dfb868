using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Transfers;

public sealed class TransferWordsTests
{
    private static readonly TransferDetails Transfer = new(
        "T-1", TransferStatus.InTransit, "HAM", "ROM", 3, null, DateTimeOffset.UnixEpoch,
        [
            new TransferLineDetails(1, "S-1", 20, 6, 3, 2, 9, 4, 5, 0, 0, 0),
            new TransferLineDetails(2, "S-2", 10, 0, 0, 0, 10, 0, 9, 1, 0, 0),
        ],
        [], [], null, 9);

    [Fact]
    public void A_sentence_says_where_units_are_and_what_is_missing() =>
        TransferWords.Sentence(Transfer, "Hamburg", "Rome").Should().Be(
            "6 units wait for stock in Hamburg. 3 units are reserved there and can be released. "
            + "2 units are in a shipment that has not left. 4 units are on the way to Rome. "
            + "1 unit left Hamburg and did not arrive.");

    [Fact]
    public void What_arrived_in_full_is_said_plainly() => TransferWords.Sentence(
        Transfer with
        {
            Status = TransferStatus.Received,
            Lines = [new TransferLineDetails(1, "S-1", 5, 0, 0, 0, 5, 0, 5, 0, 0, 0)],
        },
        "Hamburg", "Rome").Should().Be("All that left Hamburg arrived.");

    [Fact]
    public void The_parts_of_a_bar_are_all_units_of_the_lines()
    {
        var units = TransferUnits.Of(Transfer);
        units.Said.Should().Be("14 received, 1 short, 4 in transit, 2 released, 3 reserved, 6 waiting");
        units.Parts.Sum(part => part.Units).Should().Be(Transfer.Lines.Sum(line => line.Quantity));
    }

    [Fact]
    public void What_was_short_and_turned_up_is_neither_short_nor_over()
    {
        var found = TransferUnits.Of(new TransferLineDetails(1, "S", 5, 0, 0, 0, 5, 0, 5, 1, 1, 0));
        found.Difference.Should().BeNull();
        found.Said.Should().Be("5 received");
    }

    [Theory]
    [InlineData("""{"receipt":"R-1","lines":[{"line":1,"quantity":4}],"short":[{"line":1,"quantity":1}]}""",
        "transfer.received", "4 units received, 1 short", "R-1")]
    [InlineData("""{"receipt":"R-1","lines":[{"line":1,"quantity":4}],"short":[]}""",
        "transfer.received", "4 units received", "R-1")]
    [InlineData("""{"sku":"S-1","grants":[{"line":1,"attempt":1,"quantity":9,"taken":5}]}""",
        "transfer.grants-accepted", "5 units reserved", "S-1")]
    [InlineData("""{"shipment":"T-1~T1","units":[{"quantity":5}]}""",
        "transfer.shipped", "5 units left the source", "T-1~T1")]
    public void An_event_is_told_in_words(string data, string type, string title, string detail)
    {
        var (look, said) = TransferStory.Of(new HistoryEntry(
            1, type, null, DateTimeOffset.UnixEpoch, "erp", data));
        look.Word.Should().Be(title);
        said.Should().Be(detail);
    }

    [Fact]
    public void An_exception_of_a_transfer_leads_to_it_and_says_what_ends_it()
    {
        var entry = new ExceptionEntry(
            "Short/transfer/T-1", ExceptionKind.Short, ExceptionStatus.Open, "transfer/T-1", DateTimeOffset.UnixEpoch,
            1, "1 units left warehouse HAM and did not arrive in ROM.", "", Lines: [2], Skus: ["S-2"],
            Warehouse: "ROM");
        var now = DateTimeOffset.UnixEpoch;
        ExceptionWords.Title(entry, _ => "Rome", now).Should().Be("1 × S-2 short in Rome");
        ExceptionWords.Context(entry, _ => "Rome").Should().Be("T-1");
        ExceptionWords.Subject(entry).Should().Be(("/transfers/T-1", "Open the transfer"));
        ExceptionWords.Ends(entry, _ => "Rome").Should().Contain("later receipt");
        ExceptionWords.Title(entry with { Kind = ExceptionKind.WarehouseClosed }, _ => "Rome", now)
            .Should().Be("1 × S-2 bound for closed Rome");
        ExceptionWords.Title(entry with { Kind = ExceptionKind.PinnedUnavailable }, _ => "Hamburg", now)
            .Should().Be("1 × S-2 waiting for closed Hamburg");
        var late = entry with { Kind = ExceptionKind.Late, Promise = new DateOnly(1969, 12, 30) };
        ExceptionWords.Title(late, _ => "Rome", now).Should().StartWith("1 × S-2 late for Rome since ");
        ExceptionWords.Ends(late, _ => "Rome").Should().Be("Resolves itself once all of it is in Rome, or cancelled");
        late.Fixes.Should().BeEmpty("no command of an order helps a transfer");
        entry.Fixes.Select(fix => fix.Action).Should().Equal(FixAction.Receive);
        FixWords.Elsewhere(entry, FixAction.Receive).Should().Be("/transfers/T-1?do=receive");
    }
}
