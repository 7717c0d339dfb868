using Bunit;
using SupplyChain.Webhooks;

namespace SupplyChain.Planner.Integrations;

/// <summary>The webhooks as an integrator sees them, and sets one up.</summary>
public sealed class WebhookSectionTests : IntegrationsTest
{
    private static readonly WebhookDetails Erp = new(
        "erp", "https://erp.example/in", ["supplychain.order.*"], WebhookStatus.Active, null, Now.AddDays(-9), "0-0-9",
        0, [], null, Now.AddMinutes(-3), 1);

    private WebhookReply _reply = new() { Status = ReplyStatus.Created, Value = Erp with { Secret = "whsec_TEXT" } };
    private WebhookDetails[] _hooks =
    [
        Erp,
        Erp with { Id = "late", FailingSince = Now.AddHours(-2), Waiting = 12, DeliveredAt = null },
        Erp with
        {
            Id = "gone", Status = WebhookStatus.Disabled, Reason = "The receiver answered 410: it is gone.",
            GivenUp = ["order/A/1"],
        },
        Erp with { Id = "quiet", Status = WebhookStatus.Paused, Types = [] },
    ];

    public WebhookSectionTests()
    {
        Actors.On<IWebhookQueriesGrain, Items<WebhookDetails>>("List", (_, _) => Task.FromResult(_hooks.ToItems()));
        Actors.On<IWebhookGrain, WebhookReply>(
            "Put", (key, command) => Note((key, command, CallContext.Condition.IfNoneMatch?.IsAny), _reply));
    }

    [Fact]
    public void Each_says_whether_its_receiver_takes_what_is_posted_and_why_not()
    {
        var section = Open<WebhookSection>("/integrations");
        section.FindAll("tbody tr").Select(row => string.Join(" | ", row.Children.Skip(2).Select(Text)))
            .Should().Equal(
                "supplychain.order.* | Delivers | last delivered 30 Nov 11:57 | 0 waiting | 0 given up",
                "supplychain.order.* | Failing for 2 h since 10:00:00 | last delivered not yet | 12 waiting "
                + "| 0 given up",
                "supplychain.order.* | Disabled The receiver answered 410: it is gone. | last delivered 30 Nov 11:57 "
                + "| 0 waiting | 1 given up",
                "all | Paused | last delivered 30 Nov 11:57 | 0 waiting | 0 given up");
        section.Find("tbody a").GetAttribute("href").Should().Be("/integrations/webhooks/erp");
    }

    [Fact]
    public void The_list_is_read_again_by_itself()
    {
        var section = Open<WebhookSection>("/integrations");
        _hooks = [_hooks[3]];
        section.FindAll("tbody tr").Should().HaveCount(4);

        Time.Advance(PolledSection.RefreshInterval);
        section.WaitForAssertion(() => section.FindAll("tbody tr").Should().HaveCount(1));
    }

    [Fact]
    public async Task One_that_is_set_up_shows_its_secret_once_and_then_its_page()
    {
        var section = Open<WebhookSection>("/integrations?do=webhook");
        section.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue("it needs an id and an address");
        section.Find("input[name=id]").Input(" erp ");
        section.Find("input[name=url]").Input("https://erp.example/in");
        section.Find("textarea").Input("supplychain.order.*, supplychain.stock.*\n\nsupplychain.order.*\n");
        section.Find("input[name=enabled]").Change(false);
        await section.Find("form").SubmitAsync();

        Sent.Should().Equal(("demo/erp", (object)new PutWebhook(
            "https://erp.example/in", ["supplychain.order.*", "supplychain.stock.*"], false), (bool?)true));
        section.Find("pre").TextContent.Should().Be("whsec_TEXT");
        section.Find(".scrim").Click();
        section.Find("pre").TextContent.Should().Be("whsec_TEXT", "the first press beside the panel asks");
        section.Find("[role=alert]").TextContent.Should().Contain("lost");

        section.FindAll(".df button")[1].Click();
        section.Markup.Should().NotContain("whsec_TEXT");
        Navigation.Uri.Should().EndWith("/integrations/webhooks/erp");
    }

    [Theory]
    [InlineData("my erp", "https://erp.example")]
    [InlineData("erp", " ")]
    public void What_is_no_id_or_has_no_address_is_not_sent(string id, string url)
    {
        var section = Open<WebhookSection>("/integrations?do=webhook");
        section.Find("input[name=id]").Input(id);
        section.Find("input[name=url]").Input(url);
        section.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue();
        section.FindAll(".beside").Should().HaveCount(id == "erp" ? 0 : 1);
    }

    [Fact]
    public async Task One_that_is_there_already_is_not_replaced()
    {
        _reply = new() { Status = ReplyStatus.Refused, Refusal = Refusal.VersionMismatch };
        (await RefusedAsync()).Should().Contain("there is a webhook erp already").And.Contain("rotate its secret");
    }

    [Fact]
    public async Task What_the_node_does_not_allow_is_said_and_what_was_written_stays()
    {
        _reply = new()
        {
            Status = ReplyStatus.Invalid,
            Faults = [new("/url", FaultCodes.Invalid, "'url' is a private address.")],
        };
        (await RefusedAsync()).Should().Contain("Not set up: 'url' is a private address.");
    }

    private async Task<string> RefusedAsync()
    {
        var section = Open<WebhookSection>("/integrations?do=webhook");
        section.Find("input[name=id]").Input("erp");
        section.Find("input[name=url]").Input("https://erp.example/in");
        await section.Find("form").SubmitAsync();
        section.Find("input[name=url]").GetAttribute("value").Should().Be("https://erp.example/in");
        section.FindAll("pre").Should().BeEmpty();
        return section.Find(".drawer [role=alert]").TextContent;
    }
}
