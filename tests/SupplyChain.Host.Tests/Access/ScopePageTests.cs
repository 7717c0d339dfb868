using FluentAssertions;
using Xunit;
using static SupplyChain.Access.ScopedWorld;

namespace SupplyChain.Access;

/// <summary>What pages show to a visitor whose key is limited to one warehouse.</summary>
public sealed class ScopePageTests(ScopedWorld world) : IClassFixture<ScopedWorld>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/exceptions")]
    [InlineData("/orders")]
    [InlineData("/orders?q=ISAR")]
    [InlineData("/shipments")]
    [InlineData("/transfers")]
    [InlineData("/transfers?do=new")]
    [InlineData("/warehouses")]
    [InlineData("/orders/ELBE-1")]
    [InlineData("/orders/ELBE-2")]
    [InlineData("/orders/ELBE-1/story")]
    [InlineData("/shipments/ELBE-1~1")]
    [InlineData("/shipments/ELBE-1~1/papers")]
    [InlineData("/warehouses/ELBE")]
    [InlineData("/inventory/ELBE-PUMP")]
    [InlineData("/inventory/ELBE-PUMP/holders")]
    [InlineData("/about")]
    public async Task A_page_shows_nothing_of_another_warehouse(string page)
    {
        foreach (var role in new[] { Role.Viewer, Role.Planner })
        {
            var (status, html) = await OpenAsync(page, role);

            status.Should().Be(200, page);
            var rows = html.Split("<tr", StringSplitOptions.None).SelectMany(row => row.Split("<li"))
                .Where(row => !row.Contains("BOTH-", StringComparison.Ordinal)
                    && !row.Contains("T-IN", StringComparison.Ordinal)
                    && !row.Contains("ELBE-T-OUT", StringComparison.Ordinal));
            string.Join('\n', rows).Replace("q=ISAR", "", StringComparison.Ordinal)
                .Replace("value=\"ISAR\"", "", StringComparison.Ordinal)
                .Should().NotContain(Other, $"{page} is cut for a {role}");
            html.Should().Contain("1 warehouse");
        }
    }

    [Fact]
    public async Task Without_a_limit_the_same_pages_show_it()
    {
        foreach (var page in new[] { "/", "/exceptions", "/orders", "/shipments", "/transfers", "/warehouses" })
        {
            (await OpenAsync(page, world.KeyOf(nameof(Role.Viewer)))).Html.Should().Contain(
                Other, $"{page} would show it");
        }
    }

    [Theory]
    [InlineData("/orders/ISAR-1", 404)]
    [InlineData("/orders/ISAR-1/story", 404)]
    [InlineData("/shipments/ISAR-1~1", 404)]
    [InlineData("/shipments/ISAR-1~1/papers", 404)]
    [InlineData("/transfers/ISAR-T-FAR", 404)]
    [InlineData("/warehouses/ISAR", 404)]
    [InlineData("/orders/new", 403)]
    [InlineData("/import", 403)]
    [InlineData("/integrations", 403)]
    [InlineData("/ops", 403)]
    public async Task What_is_closed_to_the_key_is_closed(string page, int status)
    {
        var (said, html) = await OpenAsync(page, Role.Planner);

        said.Should().Be(status, page);
        html.Should().NotContain("ISAR yard").And.NotContain("ISAR-GMBH");
        if (page is "/orders/new" or "/import")
            html.Should().Contain("Your key is limited to 1 warehouse");
    }

    [Fact]
    public async Task A_transfer_may_go_to_a_warehouse_that_the_drawer_does_not_show()
    {
        (await OpenAsync("/transfers?do=new", Role.Planner)).Html.Should()
            .Contain("name=\"to\" maxlength").And.NotContain("<option value=\"ISAR\"");
        (await OpenAsync("/transfers?do=new", world.KeyOf(nameof(Role.Planner)))).Html.Should()
            .Contain("<option value=\"ISAR\"");

        var (status, text) = await world.AskAsync(
            "PUT", "/api/v1/transfers/ELBE-T-OUT-2", world.LimitedKeyOf(Role.Planner),
            """{"from":"ELBE","to":"ISAR","lines":[{"sku":"ELBE-PUMP","quantity":1}]}""");
        status.Should().Be(201, text);
    }

    [Fact]
    public async Task Actions_that_the_limit_does_not_allow_are_absent()
    {
        var own = (await OpenAsync("/orders/ELBE-3", Role.Planner)).Html;
        own.Should().Contain("do=release").And.NotContain("do=amend").And.NotContain("do=cancel");
        (await OpenAsync("/orders/BOTH-1", Role.Planner)).Html.Should().NotContain("do=release");
        (await OpenAsync("/orders", Role.Planner)).Html.Should().NotContain("href=\"/orders/new\"")
            .And.NotContain("href=\"/import\"");
        (await OpenAsync("/transfers/T-IN", Role.Planner)).Html.Should().NotContain("do=cancel");
        (await OpenAsync("/transfers/ELBE-T-OUT", Role.Planner)).Html.Should().Contain("do=cancel");
        (await OpenAsync("/orders/BOTH-1", world.KeyOf(nameof(Role.Planner)))).Html.Should()
            .Contain("do=release").And.Contain("do=amend");
    }

    private Task<(int Status, string Html)> OpenAsync(string page, Role role) =>
        OpenAsync(page, world.LimitedKeyOf(role));

    /// <summary>A list without an address of its own leads to one that has.</summary>
    private async Task<(int Status, string Html)> OpenAsync(string page, string key)
    {
        using var answer = await world.SendAsync("GET", page, key, accept: "text/html");
        return answer.Headers.Location is { } further
            ? await OpenAsync(further.ToString(), key)
            : ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
