namespace SupplyChain;

/// <summary>A browser that several people use one after the other.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class SharedTabTests
{
    [Fact]
    public async Task Who_signs_in_after_another_finds_nothing_of_the_other_and_who_comes_back_finds_the_own()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-shared-tab-");
        try
        {
            var admin = await Keys.CreateAsync(data.FullName, "admin");
            var viewer = await Keys.CreateAsync(data.FullName, "viewer");
            await using var node = await RunningNode.StartAsync(
                new NodeStart(data.FullName) { Options = ["--environment", "Production"] });
            using var http = new NodeHttp(node.Url, connections: 1) { Key = admin };
            var order = (await (await SmallWorld.WithAsync(http, 5)).OrderedAsync(1)).Id;
            await using var browser = await Chromium.StartAsync();
            await using var tab = await browser.TabAsync(node.Url, 1440, 900, dark: false, script: true);
            await tab.SignInAsync($"/orders/{order}", admin);
            await tab.GoAsync("/transfers?open=true&do=new");
            await tab.Page.FillAsync("input[name='lines/0/sku']", order);
            await RecentAsync(tab, order);

            await tab.GoAsync("/about");
            await tab.SignOutAsync();
            await tab.SignInAsync("/transfers?open=true&do=new", admin);
            await Assertions.Expect(tab.Page.Locator("input[name='lines/0/sku']")).ToHaveValueAsync(order);
            await RecentAsync(tab, order);

            await tab.GoAsync("/about");
            await tab.SignOutAsync();
            await tab.SignInAsync("/transfers", viewer);
            await RecentAsync(tab);
            (await tab.Page.EvaluateAsync<string>("() => JSON.stringify({ ...sessionStorage })"))
                .Should().NotContain(order);
            tab.Complaints.Should().BeEmpty();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>What the palette says was looked at lately.</summary>
    private static async Task RecentAsync(Tab tab, params string[] titles)
    {
        await tab.Page.Locator("h1").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(tab.Page.Locator("#palette [aria-label='Go to']")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("#palette [aria-label=Recent] [role=option]"))
            .ToHaveTextAsync(titles);
        await tab.Page.Keyboard.PressAsync("Escape");
    }
}
