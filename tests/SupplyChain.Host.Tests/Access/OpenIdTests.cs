using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Access;

/// <summary>People sign in with an identity provider.</summary>
public sealed class OpenIdTests(OpenIdTests.Node node) : IClassFixture<OpenIdTests.Node>
{
    [Fact]
    public async Task Somebody_whom_the_provider_knows_works_by_the_role_and_is_named_in_histories()
    {
        using var browser = new Browser(node.Url);
        node.Provider.Visitor = ("subject-1", "Night shift", ["everybody", "the planners"]);

        var place = await browser.SignInAsync("/orders?status=Late");

        place.Should().Be("/orders?status=Late");
        (await browser.GetAsync("/orders")).Should().Be((200, ""));
        (await browser.GetAsync("/ops")).Status.Should().Be(403, "a planner is no operator");
        (await browser.GetAsync("/")).Place.Should().Be("");
        (await browser.PutAsync("/api/v1/warehouses/HAM", """
            {"name":"Hamburg","country":"DE","latitude":53.55,"longitude":9.99}
            """)).Should().Be(201);
        (await browser.PutAsync("/api/v1/products/OIDC-1", """{"description":"Pump"}""")).Should().Be(201);
        (await browser.PutAsync("/api/v1/orders/OIDC-1", """
            {"customer":"ACME","shipTo":{"country":"FR"},"lines":[{"line":1,"sku":"OIDC-1","quantity":5}]}
            """)).Should().Be(201);
        using var history = JsonDocument.Parse(await browser.TextAsync("/api/v1/orders/OIDC-1/history"));
        history.RootElement.GetProperty("items")[0].GetProperty("actor").GetString()
            .Should().Be("Night shift (OpenID)");
        (await browser.GetAsync("/api/v1/keys")).Status.Should().Be(403);
    }

    [Fact]
    public async Task Of_several_roles_the_one_that_reaches_furthest_counts()
    {
        using var browser = new Browser(node.Url);
        node.Provider.Visitor = ("subject-2", null, ["the planners", "CN=admins,OU=supply"]);

        await browser.SignInAsync("/integrations");

        (await browser.GetAsync("/integrations")).Status.Should().Be(200);
        (await browser.TextAsync("/integrations")).Should().Contain(
            "subject-2 (OpenID)", "who has no name is called so");
    }

    [Fact]
    public async Task Somebody_without_a_role_here_reads_why_and_gets_no_session()
    {
        using var browser = new Browser(node.Url);
        node.Provider.Visitor = ("subject-3", "Visitor", ["everybody", "the planners of another"]);

        (await browser.SignInAsync("/orders")).Should().Be("/sign-in?from=%2Forders&said=no-role");

        browser.HasSession.Should().BeFalse();
        (await browser.TextAsync("/sign-in?said=no-role")).Should().Contain("none of your roles there is one here");
    }

    [Fact]
    public async Task Somebody_with_warehouses_is_limited_to_them()
    {
        using var browser = new Browser(node.Url);
        node.Provider.Visitor = ("subject-7", "Shift lead", ["the planners"]);
        node.Provider.Warehouses = ["OIDC-HAM", "OIDC-BER"];
        await browser.SignInAsync("/orders");
        node.Provider.Warehouses = [];
        using var other = new Browser(node.Url);

        (await browser.TextAsync("/orders")).Should().Contain("2 warehouses").And.NotContain("href=\"/import\"");
        (await browser.GetAsync("/import")).Status.Should().Be(403);
        (await browser.TextAsync("/api/v1/events")).Should().Contain(
            "The key is limited to warehouses OIDC-HAM, OIDC-BER.");
        (await other.SignInAsync("/orders")).Should().Be("/sign-in?from=%2Forders&said=no-warehouse");
        other.HasSession.Should().BeFalse();
        node.Provider.Warehouses = ["*"];
    }

    [Fact]
    public async Task Whom_the_provider_refuses_reads_so()
    {
        using var browser = new Browser(node.Url);
        node.Provider.Visitor = null;

        (await browser.SignInAsync("/orders")).Should().Be("/sign-in?from=%2Forders&said=provider");
        browser.HasSession.Should().BeFalse();
    }

    [Theory]
    [InlineData("code=made-up&state=made-up")]
    [InlineData("code=made-up")]
    [InlineData("error=access_denied")]
    [InlineData("")]
    public async Task What_this_browser_did_not_ask_for_begins_no_session(string answer)
    {
        using var browser = new Browser(node.Url);
        var (status, place) = await browser.GetAsync($"/sign-in/openid/back?{answer}");

        (status, place).Should().Be((302, "/sign-in?from=%2F&said=provider"));
        browser.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task The_answer_to_another_browser_begins_no_session()
    {
        using var browser = new Browser(node.Url);
        using var other = new Browser(node.Url);
        node.Provider.Visitor = ("subject-4", "Night shift", ["the planners"]);

        var answer = await browser.WayBackAsync();
        (await other.GetAsync(answer)).Place.Should().Contain("said=provider");
        other.HasSession.Should().BeFalse();
        (await browser.GetAsync(answer)).Place.Should().Be("/");
        browser.HasSession.Should().BeTrue();
        (await browser.GetAsync(answer)).Place.Should().Contain("said=provider", "it counts once");
    }

    [Fact]
    public async Task Who_signs_out_is_out_and_is_asked_again_at_the_provider()
    {
        using var browser = new Browser(node.Url);
        node.Provider.Visitor = ("subject-5", "Night shift", ["the planners"]);
        await browser.SignInAsync("/");
        node.Provider.Prompt.Should().BeNull();

        (await browser.PostAsync("/sign-out")).Should().Be("/sign-in?said=out");

        browser.HasSession.Should().BeFalse();
        (await browser.GetAsync("/orders")).Place.Should().StartWith("/sign-in?from=");
        (await browser.TextAsync("/sign-in?said=out")).Should().Contain("again=true")
            .And.Contain("Sign in with Example");
        await browser.SignInAsync("/", again: true);
        node.Provider.Prompt.Should().Be("login");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task Nobody_is_sent_elsewhere(string from)
    {
        using var browser = new Browser(node.Url);
        node.Provider.Visitor = ("subject-6", "Night shift", ["the planners"]);
        (await browser.SignInAsync(from)).Should().Be("/");
    }

    /// <summary>A node that knows the provider.</summary>
    public sealed class Node : KeyedNode
    {
        /// <summary>The provider.</summary>
        public IdentityProvider Provider { get; private set; } = null!;

        /// <inheritdoc/>
        protected override IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
        {
            ["SUPPLYCHAIN_Access__OpenId__Authority"] = Provider.Url.ToString(),
            ["SUPPLYCHAIN_Access__OpenId__ClientId"] = IdentityProvider.ClientId,
            ["SUPPLYCHAIN_Access__OpenId__ClientSecret"] = IdentityProvider.ClientSecret,
            ["SUPPLYCHAIN_Access__OpenId__Label"] = "Example",
            ["SUPPLYCHAIN_Access__OpenId__WarehouseClaim"] = "warehouses",
            ["SUPPLYCHAIN_Access__OpenId__Roles__Planner"] = "the planners",
            ["SUPPLYCHAIN_Access__OpenId__Roles__Admin"] = "chiefs; CN=admins,OU=supply",
        };

        /// <inheritdoc/>
        public override async ValueTask InitializeAsync()
        {
            Provider = await IdentityProvider.StartAsync();
            await base.InitializeAsync();
            await Provider.KnowAsync(Url);
        }

        /// <inheritdoc/>
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}
