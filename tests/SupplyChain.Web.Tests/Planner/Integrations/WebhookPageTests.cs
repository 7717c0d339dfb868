using Bunit;
using SupplyChain.Webhooks;

namespace SupplyChain.Planner.Integrations;

/// <summary>The page of a webhook: what was posted, and what can be done.</summary>
public sealed class WebhookPageTests : IntegrationsTest
{
    private const string Page = "/integrations/webhooks/erp";

    private readonly List<ListDeliveries> _asked = [];
    private WebhookDetails _hook = new(
        "erp", "https://erp.example/in", [], WebhookStatus.Active, null, Now.AddDays(-9), "0-0-9", 2, [],
        Now.AddMinutes(-5), Now.AddMinutes(-6), 4);

    public WebhookPageTests()
    {
        DeliveryAttempt taken = new(
            "msg_1", "order/A/1", "supplychain.order.placed.v1", 1, Now.AddMinutes(-6), DeliveryStatus.Delivered, 204,
            null, 12, null);
        DeliveryAttempt failed = taken with
        {
            Id = "msg_2",
            Event = "order/A/2",
            Attempt = 3,
            Status = DeliveryStatus.Failed,
            HttpStatus = 500,
            Trouble = "It answered 500.",
            NextAt = Now.AddMinutes(2),
        };
        Actors.On<IWebhookGrain, WebhookDetails?>("Find", (key, _) =>
            Task.FromResult(key == "demo/erp" ? _hook : null));
        Actors.On<IWebhookGrain, Items<DeliveryAttempt>?>("Deliveries", (_, query) =>
        {
            _asked.Add((ListDeliveries)query!);
            return Task.FromResult<Items<DeliveryAttempt>?>(_asked[^1].Failures ? [failed] : [failed, taken]);
        });
        Actors.On<IWebhookGrain, WebhookReply>("Put", (_, command) =>
            Answer((command, CallContext.Condition.IfMatch?.Listed[0])));
        Actors.On<IWebhookGrain, WebhookReply>("Pause", (_, _) => Answer("pause"));
        Actors.On<IWebhookGrain, WebhookReply>("Resume", (_, _) => Answer("resume"));
        Actors.On<IWebhookGrain, WebhookReply>("Replay", (_, command) => Answer(command));
        Actors.On<IWebhookGrain, WebhookReply>("Delete", (_, _) => Answer("delete"));
        Actors.On<IWebhookGrain, WebhookReply>("Rotate", (_, _) => Note<WebhookReply>("rotate", new()
        {
            Status = ReplyStatus.Done,
            Value = _hook with { Secret = "whsec_NEW", FormerSecretUntil = Now.AddDays(1) },
        }));
        Actors.On<IWebhookGrain, DeliveryAttempt?>("Test", (_, _) => Note<DeliveryAttempt?>("test", failed));
    }

    [Fact]
    public void Every_attempt_says_what_the_receiver_answered_and_when_it_is_tried_again()
    {
        var page = Show();
        page.FindAll(".tries tbody tr").Select(row => string.Join(" | ", row.Children.Skip(3).Take(4).Select(Text)))
            .Should().Equal(
                "Not taken It answered 500. | attempt 3 | 12 ms | due again 12:02:00",
                "Delivered It answered 204. | attempt 1 | 12 ms | due again –");
        page.Find(".summary .lead").TextContent.Should().Contain("No attempt has succeeded since 11:55:00.");

        Navigation.NavigateTo($"{Page}?failures=true");
        page.FindAll(".tries tbody tr").Should().HaveCount(1);
        _asked.Select(one => one.Failures).Should().Equal(false, true);
    }

    [Fact]
    public void What_was_posted_since_is_read_by_itself()
    {
        var page = Show();
        _hook = _hook with { FailingSince = null, Waiting = 0 };
        Time.Advance(PolledSection.RefreshInterval);
        page.WaitForAssertion(() => Text(page.Find(".summary .pill")).Should().Be("Delivers"));
    }

    [Fact]
    public void A_delivery_and_what_was_given_up_are_posted_again()
    {
        _hook = _hook with { GivenUp = ["order/B/1", "order/B/2"] };
        var page = Show();
        page.FindAll(".tries tbody button")[1].Click();
        Sent.Should().Equal(new ReplayWebhook(null, "msg_1"));
        Text(page.Find(".deed")).Should().Be("order/A/1 is posted again.");

        Sent.Clear();
        page.Find("section[aria-labelledby=given-up] button").Click();
        Sent.Should().Equal(new ReplayWebhook(null, "order/B/1"), new ReplayWebhook(null, "order/B/2"));
        Text(page.Find(".deed")).Should().Be("2 events posted again.");
    }

    [Fact]
    public void It_is_paused_resumed_and_tested_at_once()
    {
        var page = Show();
        Press(page, "Test");
        Text(page.Find(".summary [role=status]")).Should().Be("The test was not taken. It answered 500.");
        Press(page, "Pause");
        page.FindAll(".summary .note").Should().BeEmpty("what came of the test is old");

        _hook = _hook with { Status = WebhookStatus.Disabled, Reason = "The receiver answered 410: it is gone." };
        page = Show();
        page.Find(".summary .lead").TextContent.Should().StartWith("The receiver answered 410: it is gone.");
        Press(page, "Resume");
        Sent.Should().Equal("test", "pause", "resume");
    }

    [Fact]
    public async Task A_change_is_refused_once_when_somebody_else_changed_it_meanwhile()
    {
        var page = Show("?do=change");
        page.Find("input[name=url]").Input("https://erp.example/new");
        _hook = _hook with { Version = 5 };
        Time.Advance(PolledSection.RefreshInterval);
        await page.Find("form").SubmitAsync();
        await page.Find("form").SubmitAsync();

        Sent.Should().Equal(
            ((object)new PutWebhook("https://erp.example/new", []), (long?)4),
            ((object)new PutWebhook("https://erp.example/new", []), (long?)5));
        Text(page.Find(".deed")).Should().Be("It posts to https://erp.example/new now.");
    }

    [Theory]
    [InlineData(" 0-0-7 ", "0-0-7")]
    [InlineData(null, "0-0-0")]
    public async Task It_is_replayed_from_a_position_or_from_the_beginning(string? written, string after)
    {
        var page = Show("?do=replay");
        page.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue("it needs a position");
        if (written is null)
            page.Find("input[value=all]").Change("all");
        else
            page.Find("input[name=after]").Input(written);
        await page.Find("form").SubmitAsync();

        Sent.Should().Equal(new ReplayWebhook(after, null));
        Text(page.Find(".deed")).Should().Be($"Everything after {after} is posted again.");
    }

    [Fact]
    public void Another_secret_is_shown_once_with_how_long_the_former_one_is_used()
    {
        var page = Show("?do=rotate");
        page.Find(".df .btn.p").Click();
        page.Find("pre").TextContent.Should().Be("whsec_NEW");
        page.Find(".db").TextContent.Should().Contain("Until 1 Dec 12:00");

        page.FindAll(".df button")[1].Click();
        page.Markup.Should().NotContain("whsec_NEW");
        page.FindAll(".drawer").Should().BeEmpty();
    }

    [Fact]
    public void Deleting_says_what_is_lost_and_leads_to_the_others()
    {
        var page = Show("?do=delete");
        Text(page.Find(".trio")).Should().Be("Waiting 2 events Given up 0 events Last delivered 30 Nov 11:54");
        Sent.Should().BeEmpty();

        page.Find("button.danger").Click();
        Sent.Should().Equal("delete");
        Navigation.Uri.Should().EndWith("/integrations");
    }

    [Fact]
    public void One_that_does_not_exist_says_so()
    {
        var page = Open<WebhookPage>("/integrations/webhooks/none", with => with.Add(one => one.Id, "none"));
        Text(page.Find("h2")).Should().Be("There is no webhook none");
        page.Find("a.btn").GetAttribute("href").Should().Be("/integrations");
    }

    private Task<WebhookReply> Answer(object? command)
    {
        var asked = CallContext.Condition;
        return Note(command, asked.Unmet(_hook.Version, true) is { } why
            ? new WebhookReply { Status = ReplyStatus.Refused, Refusal = Refusal.VersionMismatch, Message = why }
            : new WebhookReply
            {
                Status = ReplyStatus.Done,
                Value = command is (PutWebhook put, long) ? _hook with { Url = put.Url } : _hook,
            });
    }

    private IRenderedComponent<WebhookPage> Show(string query = "") =>
        Open<WebhookPage>($"{Page}{query}", with => with.Add(one => one.Id, "erp"));

    private static void Press(IRenderedComponent<WebhookPage> page, string name) =>
        page.FindAll(".summary button").Single(button => button.TextContent == name).Click();
}
