using SupplyChain.Access;

namespace SupplyChain.Planner;

/// <summary>What a form says when it was not done.</summary>
public sealed class FormSendingTests
{
    [Theory]
    [InlineData(true, "Your key may not do this.")]
    [InlineData(false, "Your session ended: the key expired or was revoked. Sign in again.")]
    public async Task A_key_that_was_changed_meanwhile_is_told_like_any_refusal(bool isKnown, string said)
    {
        var sending = new FormSending();

        await sending.TryAsync(() => throw new AccessDeniedException("No.", isKnown));

        sending.Refused.Should().Be(said);
        sending.IsBusy.Should().BeFalse();
    }

    [Fact]
    public async Task Without_an_answer_it_says_whether_sending_it_again_is_safe()
    {
        var sending = new FormSending();

        await sending.TryAsync(() => throw new UnavailableException("No."), "Look first.");

        sending.Refused.Should().Be("Look first.");
    }
}
