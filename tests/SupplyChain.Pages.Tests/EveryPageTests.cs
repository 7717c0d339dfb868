namespace SupplyChain;

/// <summary>What holds for every page.</summary>
public sealed class EveryPageTests(PlannerSite site)
{
    private const string IsTooWide = "() => document.documentElement.scrollWidth > window.innerWidth";

    public static TheoryData<string> Routes => Pages.All;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_page_complains_of_nothing_and_never_scrolls_sideways(string route)
    {
        using var http = await site.HttpAsync();
        var path = await Pages.AddressAsync(http, route);
        await using var tab = await site.TabAsync();
        (await tab.GoAsync(path)).Status.Should().Be(200);
        List<int> tooWide = [];

        foreach (var width in (int[])[1440, 900, 390])
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            if (await tab.Page.EvaluateAsync<bool>(IsTooWide))
                tooWide.Add(width);
        }

        tooWide.Should().BeEmpty();
        (await tab.Page.Locator("h1").CountAsync()).Should().Be(1);
        tab.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_list_is_there_before_any_script_has_run()
    {
        await using var tab = await site.TabAsync(script: false);
        await tab.Page.GotoAsync("/orders");

        (await tab.Page.GetByRole(AriaRole.Row).CountAsync()).Should().BeGreaterThan(20);
        var first = tab.Page.Locator("[data-row]").First;
        var number = await first.TextContentAsync();
        await first.ClickAsync();
        (await tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).Should().Be(number);
    }
}
