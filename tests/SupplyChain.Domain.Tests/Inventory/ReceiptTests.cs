using CsCheck;
using FluentAssertions;
using Xunit;
using static SupplyChain.Inventory.ReceiptEvent;

namespace SupplyChain.Inventory;

public sealed class ReceiptTests : RuleBook<Receipt, ReceiptEvent>
{
    private static readonly RecordReceipt Command = new("BER", [new ReceiptLine("PUMP", 5)], Now);
    private static readonly Gen<ReceiptLine[]> Lines = Gen.Select(
            Gen.Int[0, 2], Gen.Long[1, 3], (sku, units) => new ReceiptLine($"PUMP-{sku}", units))
        .Array[1, 8];

    private static readonly Recorded Known = new(
        "BER", Command.Lines.Select(ReceivedLine.Of).ToItems(), Now, "digest");

    [Fact]
    public void Goods_arrive_and_are_put_into_stock() =>
        Given()
            .When(receipt => Receipt.Decide(receipt, Command, "digest", Now)).Then(Known)
            .Leaving(receipt => Receipt.UnfinishedWork(receipt).Should().Be(UnfinishedWork.Own))
            .When(Receipt.DecidePosted).Then(new Posted())
            .Leaving(receipt => Receipt.UnfinishedWork(receipt).Should().Be(UnfinishedWork.None))
            .Leaving(receipt => receipt.Details("R-1").Should().Be(
                new ReceiptDetails("R-1", "BER", Now, Command.Lines, true, 2)))
            .When(Receipt.DecidePosted).ThenNothing();

    [Fact]
    public void The_same_receipt_again_changes_nothing() =>
        Given(Known).When(receipt => Receipt.Decide(receipt, Command, "digest", Now)).ThenNothing();

    [Fact]
    public void Every_order_of_the_same_lines_is_the_order_they_were_recorded_in() =>
        Gen.Select(Lines, Gen.Int).Sample((lines, seed) =>
        {
            var receipt = Receipt.Evolve(Receipt.Initial, Known with
            {
                Lines = lines.Select(ReceivedLine.Of).ToItems(),
            }, Now);
            var mixed = lines.ToArray();
            new Random(seed).Shuffle(mixed);
            Receipt.InRecordedOrder(receipt, Command with { Lines = mixed.ToItems() })
                .Should().Be(Command with { Lines = lines.ToItems() });
        });

    [Fact]
    public void Other_lines_stay_as_they_were_sent()
    {
        var receipt = Receipt.Evolve(Receipt.Initial, Known, Now);
        var twice = Command with { Lines = [.. Command.Lines, .. Command.Lines] };
        Receipt.InRecordedOrder(receipt, twice).Should().Be(twice);
        Receipt.InRecordedOrder(Receipt.Initial, twice).Should().Be(twice);
    }

    [Fact]
    public void Another_body_under_its_number_is_a_conflict() =>
        Given(Known, new Posted())
            .When(receipt => Receipt.Decide(receipt, Command, "another", Now)).ThenRefused(Refusal.Conflict);

    [Fact]
    public void A_receipt_nobody_recorded_is_not_there() =>
        Given().When(Receipt.DecidePosted).ThenNothing().Leaving(receipt => receipt.Details("R-1").Should().BeNull());
}
