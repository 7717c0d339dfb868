using FluentAssertions;
using Xunit;
using static SupplyChain.Inventory.AdjustmentEvent;

namespace SupplyChain.Inventory;

public sealed class AdjustmentTests : RuleBook<Adjustment, AdjustmentEvent>
{
    private static readonly RecordAdjustment Command = new("BER", "PUMP", -5, "broken");
    private static readonly Recorded Known = new("BER", "PUMP", -5, "broken", Now, "digest");

    [Fact]
    public void On_hand_is_corrected() =>
        Given()
            .When(adjustment => Adjustment.Decide(adjustment, Command, "digest", Now)).Then(Known)
            .Leaving(adjustment => Adjustment.UnfinishedWork(adjustment).Should().Be(UnfinishedWork.Own))
            .When(Adjustment.DecidePosted).Then(new Posted())
            .Leaving(adjustment => Adjustment.UnfinishedWork(adjustment).Should().Be(UnfinishedWork.None))
            .Leaving(adjustment => adjustment.Details("A-1").Should().Be(
                new AdjustmentDetails("A-1", "BER", "PUMP", -5, "broken", Now, true, 2)))
            .When(Adjustment.DecidePosted).ThenNothing()
            .When(adjustment => Adjustment.DecideWithdrawn(adjustment, "below zero")).ThenNothing();

    [Fact]
    public void The_same_again_changes_nothing_and_another_body_is_a_conflict() =>
        Given(Known)
            .When(adjustment => Adjustment.Decide(adjustment, Command, "digest", Now)).ThenNothing()
            .When(adjustment => Adjustment.Decide(adjustment, Command, "another", Now)).ThenRefused(Refusal.Conflict);

    [Fact]
    public void What_the_stock_item_refuses_leaves_the_number_free_for_another_try() =>
        Given(Known)
            .When(adjustment => Adjustment.DecideWithdrawn(adjustment, "below zero")).Then(new Withdrawn("below zero"))
            .Leaving(adjustment => adjustment.Details("A-1").Should().BeNull())
            .Leaving(adjustment => Adjustment.UnfinishedWork(adjustment).Should().Be(UnfinishedWork.None))
            .When(adjustment => Adjustment.Decide(adjustment, Command with { Delta = -4 }, "another", Now))
            .Then(Known with { Delta = -4, Digest = "another" })
            .Leaving(adjustment => adjustment.Try.Should().Be(2));

    [Fact]
    public void Nothing_is_posted_that_was_not_recorded() =>
        Given()
            .When(Adjustment.DecidePosted).ThenNothing()
            .When(adjustment => Adjustment.DecideWithdrawn(adjustment, "below zero")).ThenNothing();
}
