namespace SupplyChain;

/// <summary>What holds for every page that is about one thing.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class EveryEntityPageTests(PlannerSite site) : EveryPageTests(site)
{
    public static TheoryData<string> Routes => Pages.OfEntities;

    [Theory]
    [MemberData(nameof(Routes))]
    public Task A_page_has_no_barriers_and_never_scrolls_sideways_in_any_look(string route) => LookAsync(route);
}

/// <summary>What holds for every other page; a class of its own, since classes are looked at side by side.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class EveryListPageTests(PlannerSite site) : EveryPageTests(site)
{
    public static TheoryData<string> Routes => Pages.OfNoEntity;

    [Theory]
    [MemberData(nameof(Routes))]
    public Task A_page_has_no_barriers_and_never_scrolls_sideways_in_any_look(string route) => LookAsync(route);

    [Fact]
    public async Task A_list_is_there_before_any_script_has_run()
    {
        await using var tab = await Site.TabAsync(script: false);
        await tab.Page.GotoAsync("/orders");

        (await tab.Page.GetByRole(AriaRole.Row).CountAsync()).Should().BeGreaterThan(20);
        var first = tab.Page.Locator("[data-row]").First;
        var number = await first.TextContentAsync();
        await first.ClickAsync();
        (await tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).Should().Be(number);
    }
}

/// <summary>What holds for every page.</summary>
public abstract class EveryPageTests(PlannerSite site)
{
    /// <summary>Where they are.</summary>
    protected PlannerSite Site => site;

    private const int MostLinks = 40;
    private const string IsTooWide = "() => document.documentElement.scrollWidth > window.innerWidth";
    private const string Links =
        "() => [...new Set([...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href')))]";

    private static readonly (int Width, bool Dark)[] Looks =
        [(1440, false), (1440, true), (900, true), (390, true), (390, false)];

    /// <summary>Looks at a page in every look: axe, width, console and links.</summary>
    protected async Task LookAsync(string route)
    {
        using var http = await site.HttpAsync();
        await using var tab = await site.TabAsync();
        (await tab.GoAsync(await Pages.AddressAsync(http, route))).Status.Should().Be(200);
        List<string> found = [];

        foreach (var (width, dark) in Looks)
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            if (await tab.Page.EvaluateAsync<bool>(IsTooWide))
                found.Add($"{width}: scrolls sideways");
            if (width == 900)
                continue;
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var theme = dark ? "dark" : "light";
            await tab.Page.WaitForFunctionAsync($"() => document.documentElement.dataset.theme === '{theme}'");
            await tab.PictureAsync($"{Name(route)}-{width}-{theme}");
            found.AddRange((await tab.BarriersAsync()).Select(barrier => $"{width} {theme} {barrier}"));
        }

        found.Should().BeEmpty();
        (await tab.Page.Locator("h1").CountAsync()).Should().Be(1);
        tab.Complaints.Should().BeEmpty();
        (await DeadLinksAsync(tab)).Should().BeEmpty();
    }

    /// <summary>One link of each kind: what differs in its last part leads to the same page.</summary>
    private static async Task<string[]> DeadLinksAsync(Tab tab)
    {
        var links = await tab.Page.EvaluateAsync<string[]>(Links);
        List<string> dead = [];
        foreach (var link in links.DistinctBy(link => link.Split('?')[0].Split('/')[..^1] is { Length: > 1 } kind
            ? string.Join('/', kind)
            : link).Take(MostLinks))
        {
            var answer = await tab.Page.APIRequest.GetAsync(link, new() { Headers = [new("Accept", "text/html,*/*")] });
            if (answer.Status >= 400)
                dead.Add($"{link}: {answer.Status}");
        }

        return [.. dead];
    }

    private static string Name(string route) =>
        route == "/" ? "tower" : route.Trim('/').Replace('/', '-').Replace("{", "").Replace("}", "");
}
