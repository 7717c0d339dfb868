namespace SupplyChain;

/// <summary>What a live page shows to a planner whose key is for one warehouse.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class LimitedKeyTests
{
    private const string Closed = "Your key is limited to 1 warehouse";

    [Fact]
    public async Task What_the_limit_closes_stays_closed_when_the_page_comes_alive()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-limited-");
        try
        {
            var admin = await Keys.CreateAsync(data.FullName, "admin");
            await using var node = await RunningNode.StartAsync(
                new NodeStart(data.FullName) { Options = ["--environment", "Production"] });
            using var http = new NodeHttp(node.Url, connections: 1) { Key = admin };
            var own = (await SmallWorld.WithAsync(http, 5)).Id;
            var key = await Keys.CreateAsync(
                http, new { name = "Shift lead", role = "Planner", warehouses = new[] { own } });
            await using var browser = await Chromium.StartAsync();
            await using var tab = await browser.TabAsync(node.Url, 1440, 900, dark: false, script: true);
            var (page, title) = (tab.Page, tab.Page.Locator("main h2"));

            await tab.SignInAsync("/orders/new", key);
            await Assertions.Expect(title).ToHaveTextAsync(Closed);
            (await tab.GoAsync("/import")).Status.Should().Be(403);
            await Assertions.Expect(title).ToHaveTextAsync(Closed);
            await tab.GoAsync("/integrations");
            await Assertions.Expect(title).ToHaveTextAsync("Your role (planner) may not open Integrations");
            await tab.GoAsync("/about");
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "events" })).ToHaveCountAsync(0);
            await page.Keyboard.PressAsync("Control+k");
            await page.Keyboard.TypeAsync("> o");
            var offered = page.Locator("#palette [role=option] .nb");
            await Assertions.Expect(offered.GetByText("Show orders: placed")).ToBeVisibleAsync();
            (await offered.AllInnerTextsAsync()).Should()
                .NotContain("Place an order").And.NotContain("Import orders from a file");

            (await page.GotoAsync("/scalar"))!.Status.Should().Be(200);
            await page.GetByText("Shipments", new() { Exact = true }).First.WaitForAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
