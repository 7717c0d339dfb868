using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace SupplyChain;

/// <summary>Everybody can use every page: WCAG 2.2 AA as far as a machine can tell.</summary>
public sealed class AccessibilityTests(PlannerSite site)
{
    private static readonly (int Width, bool Dark)[] Looks = [(1440, false), (1440, true), (390, true), (390, false)];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    public static TheoryData<string> Routes => Pages.All;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_page_has_no_barriers_by_day_and_by_night_on_a_desk_and_on_a_phone(string route)
    {
        using var http = await site.HttpAsync();
        var path = await Pages.AddressAsync(http, route);
        await using var tab = await site.TabAsync();
        await tab.GoAsync(path);
        List<string> found = [];

        foreach (var (width, dark) in Looks)
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var theme = dark ? "dark" : "light";
            await tab.Page.WaitForFunctionAsync($"() => document.documentElement.dataset.theme === '{theme}'");
            await tab.PictureAsync($"{Name(route)}-{width}-{theme}");
            var report = await tab.Page.RunAxe(Rules);
            report.Passes.Should().NotBeEmpty("something was looked at");
            found.AddRange(report.Violations.SelectMany(violation => violation.Nodes
                .Select(node => $"{width} {theme} {violation.Id}: {node.Html}")));
        }

        found.Should().BeEmpty();
    }

    private static string Name(string route) => route == "/" ? "tower" : route.Trim('/').Replace('/', '-');
}
