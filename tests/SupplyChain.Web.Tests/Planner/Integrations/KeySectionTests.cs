using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Access;

namespace SupplyChain.Planner.Integrations;

/// <summary>The keys as an administrator sees, creates and revokes them.</summary>
public sealed class KeySectionTests : IAsyncDisposable
{
    private const string Text = "sc_0123456789abTHETEXT";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly BunitContext _page = new();
    private readonly ScriptedActors _actors = new();
    private readonly LiveFeed _feed;
    private readonly List<object?> _sent = [];
    private readonly KeyDetails[] _keys =
    [
        new("000000000001", "Vera", Role.Admin, Now.AddDays(-9), null, null, Now.AddMinutes(-3)),
        new("000000000002", "erp", Role.Integrator, Now.AddDays(-9), Now.AddDays(3.5), null, null),
        new("000000000003", "old erp", Role.Integrator, Now.AddDays(-90), Now.AddDays(-60), null, null),
        new("000000000004", "lost laptop", Role.Planner, Now.AddDays(-90), null, Now.AddDays(-80), null),
    ];

    public KeySectionTests()
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        var chain = SupplyChainClient.Over(_actors.Factory, new(), TimeProvider.System);
        _feed = new(chain, TimeProvider.System, NullLogger<LiveFeed>.Instance);
        _page.Services.AddSingleton(chain);
        _page.Services.AddSingleton(TimeProvider.System);
        _page.Services.AddCascadingValue(_ => new Viewer(_feed, TimeProvider.System));
        _page.For(Role.Admin); // Her key is called Vera.
        _actors.On<IKeyRingGrain, Items<KeyDetails>>("List", (_, _) => Task.FromResult(_keys.ToItems()));
        _actors.On<IKeyRingGrain, CreatedKeyReply>("Create", (_, command) => Sent(command, new CreatedKeyReply
        {
            Status = ReplyStatus.Created,
            Value = new(new("000000000005", "shop", Role.Planner, Now, null, null, null), Text),
        }));
        _actors.On<IKeyRingGrain, KeyReply>("Revoke", (_, command) => Sent(command, new KeyReply
        {
            Status = ReplyStatus.Done, Value = _keys[0],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        _feed.Close();
    }

    [Fact]
    public void The_accepted_ones_are_shown_and_the_others_on_request()
    {
        Rows(Open("")).Should().Equal("Vera: Accepted", "erp: Expires in 3 days");
        Rows(Open("?keys=all")).Should().Equal(
            "Vera: Accepted", "erp: Expires in 3 days", "old erp: Expired", "lost laptop: Revoked");
    }

    [Fact]
    public async Task The_text_of_a_new_key_is_shown_once_and_not_taken_away_by_one_press()
    {
        var section = Open("?do=create");
        section.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue("it needs a name");
        section.Find("input[name=name]").Input(" shop ");
        section.Find("input[value=Planner]").Change("Planner");
        section.Find("input[name=days]").Input("30");
        await section.Find("form").SubmitAsync();

        _sent.Should().Equal(new CreateKey("shop", Role.Planner, 30));
        section.Find("pre").TextContent.Should().Be(Text);
        section.Find(".scrim").Click();
        section.Find("pre").TextContent.Should().Be(Text, "the first press beside the panel asks");
        section.Find("[role=alert]").TextContent.Should().Contain("lost");

        section.FindAll(".df button")[1].Click();
        section.FindAll("pre").Should().BeEmpty();
        section.Markup.Should().NotContain(Text).And.Contain("shop can call now, as planner.");
    }

    [Theory]
    [InlineData("0x")]
    [InlineData("-1")]
    public void A_time_that_is_no_number_is_not_sent(string days)
    {
        var section = Open("?do=create");
        section.Find("input[name=name]").Input("shop");
        section.Find("input[name=days]").Input(days);
        section.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public void Revoking_says_what_it_means_first()
    {
        var section = Open("?do=revoke&key=000000000001");
        section.FindAll(".db [role=status]").Select(note => note.TextContent).Should().SatisfyRespectively(
            note => note.Should().Contain("you signed in with"), note => note.Should().Contain("last key of an admin"));
        _sent.Should().BeEmpty();

        section.Find("button.danger").Click();
        _sent.Should().Equal(new RevokeKey("000000000001"));
        section.FindAll(".drawer").Should().BeEmpty();

        Open("?do=revoke&key=000000000002").FindAll(".db [role=status]").Should().BeEmpty();
        Open("?do=revoke&key=000000000004").FindAll(".drawer").Should().BeEmpty("it is revoked");
    }

    private static string[] Rows(IRenderedComponent<KeySection> section) =>
    [
        .. section.FindAll("tbody tr").Select(row =>
            $"{row.Children[0].TextContent.Trim()}: {row.QuerySelector(".st")!.TextContent.Trim()}"),
    ];

    private IRenderedComponent<KeySection> Open(string query)
    {
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo($"/integrations{query}");
        return _page.Render<KeySection>();
    }

    private Task<T> Sent<T>(object? command, T reply)
    {
        _sent.Add(command);
        return Task.FromResult(reply);
    }
}
