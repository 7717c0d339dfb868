using FluentAssertions;
using Xunit;
using static SupplyChain.Inventory.ReceiptEvent;

namespace SupplyChain.Inventory;

public sealed class ReceiptTests : RuleBook<Receipt, ReceiptEvent>
{
    private static readonly RecordReceipt Command = new("BER", [new ReceiptLine("PUMP", 5)], Now);
    private static readonly Recorded Known = new("BER", Command.Lines, Now, "digest");

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
    public void Another_body_under_its_number_is_a_conflict() =>
        Given(Known, new Posted())
            .When(receipt => Receipt.Decide(receipt, Command, "another", Now)).ThenRefused(Refusal.Conflict);

    [Fact]
    public void A_receipt_nobody_recorded_is_not_there() =>
        Given().When(Receipt.DecidePosted).ThenNothing().Leaving(receipt => receipt.Details("R-1").Should().BeNull());
}
