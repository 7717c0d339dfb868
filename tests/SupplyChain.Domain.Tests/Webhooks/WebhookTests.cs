using FluentAssertions;
using Xunit;
using static SupplyChain.Webhooks.WebhookEvent;

namespace SupplyChain.Webhooks;

public sealed class WebhookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);
    private static readonly PutWebhook Erp = new("https://erp.example/in", ["supplychain.order.*"]);
    private static readonly Webhook Set = Done(Webhook.Initial, new Created(Erp.Url, Erp.Types, "salt", "0-0-7"));

    [Fact]
    public void A_webhook_is_set_up_with_a_salt_and_the_place_it_begins_at() =>
        Webhook.Decide(Webhook.Initial, Erp, "salt", "0-0-7").Should().Equal(
            new Created(Erp.Url, Erp.Types, "salt", "0-0-7"));

    [Fact]
    public void The_same_again_changes_nothing() => Webhook.Decide(Set, Erp, "other", "0-0-9").Should().BeEmpty();

    [Fact]
    public void Another_address_keeps_the_secret_and_the_place()
    {
        var moved = Done(Set, [.. Webhook.Decide(Set, Erp with { Url = "https://other.example/" }, "new", "0-0-9")]);

        moved.Url.Should().Be("https://other.example/");
        (moved.Salt, moved.From).Should().Be(("salt", "0-0-7"));
    }

    [Fact]
    public void Not_enabled_is_paused_and_enabled_goes_on()
    {
        var paused = Done(Set, [.. Webhook.Decide(Set, Erp with { Enabled = false }, "", "")]);
        paused.Status.Should().Be(WebhookStatus.Paused);

        Webhook.Decide(paused, Erp with { Enabled = false }, "", "").Should().BeEmpty();
        Done(paused, [.. Webhook.Decide(paused, Erp, "", "")]).Status.Should().Be(WebhookStatus.Active);
    }

    [Fact]
    public void One_that_stopped_says_why_until_it_is_resumed()
    {
        var stopped = Done(Set, [.. Webhook.Disable(Set, "gone")]);
        (stopped.Status, stopped.Reason).Should().Be((WebhookStatus.Disabled, "gone"));

        var resumed = Done(stopped, [.. Webhook.Resume(stopped)]);
        (resumed.Status, resumed.Reason).Should().Be((WebhookStatus.Active, null));
    }

    [Fact]
    public void What_is_paused_is_not_stopped_by_what_was_under_way()
    {
        var paused = Done(Set, [.. Webhook.Pause(Set)]);

        Webhook.Disable(paused, "gone").Should().BeEmpty();
    }

    [Fact]
    public void A_rotated_secret_is_used_beside_the_former_one_for_a_day()
    {
        var rotated = Done(Set, [.. Webhook.Rotate(Set, "new")]);

        (rotated.Salt, rotated.FormerSalt, rotated.FormerSaltUntil).Should().Be(("new", "salt", Now.AddDays(1)));
    }

    [Fact]
    public void What_was_given_up_is_known_until_it_is_delivered()
    {
        var given = Done(
            Set, [.. Webhook.GiveUp(Set, "order/O-1/1", "500"), .. Webhook.GiveUp(Set, "order/O-2/1", "500")]);
        given.GivenUp.Should().Equal("order/O-1/1", "order/O-2/1");
        Webhook.GiveUp(given, "order/O-1/1", "500").Should().BeEmpty();

        Done(given, [.. Webhook.MakeUp(given, ["order/O-1/1", "order/O-9/9"])]).GivenUp.Should().Equal("order/O-2/1");
    }

    [Fact]
    public void A_thousand_given_up_events_stop_it()
    {
        var full = Set with { GivenUp = [.. Enumerable.Range(0, Webhook.MaxGivenUp).Select(at => $"order/O-{at}/1")] };

        Webhook.GiveUp(full, "order/O-x/1", "500").Should().ContainSingle().Which.Should().BeOfType<Disabled>();
    }

    [Fact]
    public void A_deleted_one_is_set_up_anew_with_another_secret()
    {
        var gone = Done(Set, [.. Webhook.Delete(Set)]);
        gone.Exists.Should().BeFalse();
        Webhook.Pause(gone).Should().BeEmpty();

        var again = Done(gone, [.. Webhook.Decide(gone, Erp, "fresh", "0-0-99")]);
        (again.Salt, again.From, again.Version).Should().Be(("fresh", "0-0-99", 3));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("erp.example/in", "invalid")]
    [InlineData("ftp://erp.example/in", "invalid")]
    [InlineData("https://user:word@erp.example/in", "invalid")]
    [InlineData("https://erp.example/in#part", "invalid")]
    public void An_address_that_cannot_be_posted_to_is_refused(string url, string code) =>
        (Erp with { Url = url }).Validate().Should().ContainSingle()
            .Which.Should().Match<Fault>(fault => fault.Pointer == "/url" && fault.Code == code);

    private static Webhook Done(Webhook hook, params WebhookEvent[] events) =>
        events.Aggregate(hook, (state, @event) => Webhook.Evolve(state, @event, Now));
}
