using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Inventory;

public sealed class StockWordsTests
{
    private static readonly DateTimeOffset At = new(2026, 8, 13, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, 0, "There is none of it anywhere.")]
    [InlineData(5, 5, 0, "Every unit is reserved; nothing is available.")]
    [InlineData(5, 4, 0, "1 unit is available in 1 warehouse; no order waits for it.")]
    [InlineData(5, 5, 80, "80 units are waited for, and nothing is available anywhere.")]
    [InlineData(5, 2, 1, "1 unit is waited for, while 3 units are available in 1 warehouse.")]
    public void A_product_begins_with_what_matters(long onHand, long reserved, long waiting, string said) =>
        StockWords.Sentence(Seen(waiting, new StockLevel("A", "WH-1", onHand, reserved, false, 1))).Should().Be(said);

    [Theory]
    [InlineData(-81, 0, "received 1,502 − adjusted 81 = on hand 1,363 + shipped 58")]
    [InlineData(3, 0, "received 1,502 + adjusted 3 = on hand 1,363 + shipped 58")]
    [InlineData(3, 2, "received 1,502 + adjusted 3 ≠ on hand 1,363 + shipped 58")]
    public void Books_are_told_as_the_sum_they_are(long adjusted, int unbalanced, string said) =>
        StockWords.Books(new("A", 1502, adjusted, 58, 1363, 9, unbalanced)).Should().Be(said);

    [Fact]
    public void The_warehouse_with_the_least_available_comes_first_unless_another_order_is_asked_for()
    {
        var seen = Seen(
            0, new("A", "WH-1", 9, 1, false, 1), new("A", "WH-2", 20, 20, false, 1), new("A", "WH-3", 3, 0, false, 1));

        Sorted(null).Should().Equal("WH-2", "WH-3", "WH-1");
        Sorted("-onHand").Should().Equal("WH-2", "WH-1", "WH-3");
        Sorted("reserved").Should().Equal("WH-3", "WH-1", "WH-2");
        Sorted("-name").Should().Equal("WH-3", "WH-2", "WH-1");

        IEnumerable<string> Sorted(string? sort) =>
            StockPerWarehouse.Sorted(seen, sort).Select(item => item.Warehouse.Value);
    }

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(11, "11th")]
    [InlineData(21, "21st")]
    [InlineData(112, "112th")]
    public void A_place_in_the_queue_is_an_ordinal(int place, string said) =>
        HolderLooks.Of(new("O-1", 1, "C", 3, HolderState.Waiting, 5, null, At, place)).Word
            .Should().Be($"Waiting, {said}");

    [Fact]
    public void A_refusal_says_what_did_not_happen_because_of_what()
    {
        var reply = new AdjustmentReply
        {
            Status = ReplyStatus.Refused, Refusal = Refusal.BelowZero, Message = "On hand would be -3.",
        };

        Refusals.Say("adjusted", reply).Should().Be(("Not adjusted: On hand would be -3.", "below-zero"));
        Refusals.Say("adjusted", reply, _ => "there are 2.").Text.Should().Be("Not adjusted: there are 2.");
    }

    [Fact]
    public void Every_form_has_a_number_of_its_own()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => FormId.New("ADJ")).ToArray();

        ids.Should().OnlyHaveUniqueItems().And.OnlyContain(id => Identifier.IsValid(id));
    }

    private static ProductSeen Seen(long waiting, params StockLevel[] items) => new(
        new("A", "Product A", null, null, null, 1),
        new("A", items.ToItems(), new(
            items.Sum(item => item.OnHand), items.Sum(item => item.Reserved), items.Sum(item => item.Available))),
        waiting, new([], null), null, At, new Dictionary<string, WarehouseDetails>(), 3, At);
}
