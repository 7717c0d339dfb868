namespace SupplyChain;

/// <summary>Where keys are wanted: what a viewer is offered.</summary>
public sealed class ViewerTests
{
    [Fact]
    public async Task A_viewer_signs_in_is_offered_no_order_to_place_and_signs_out()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-viewer-");
        try
        {
            await Keys.CreateAsync(data.FullName, "admin");
            var key = await Keys.CreateAsync(data.FullName, "viewer");
            await using var node = await RunningNode.StartAsync(
                new NodeStart(data.FullName) { Options = ["--environment", "Production"] });
            await using var browser = await Chromium.StartAsync();
            await using var tab = await browser.TabAsync(node.Url, 1440, 900, dark: false, script: true);

            await tab.SignInAsync("/orders/new", key);
            await Assertions.Expect(tab.Page.Locator("main h2")).ToHaveTextAsync("Your role (viewer) may look only");
            (await tab.BarriersAsync()).Should().BeEmpty();

            await tab.GoAsync("/orders");
            await Assertions.Expect(tab.Page.Locator("main h2")).ToHaveTextAsync("No orders yet");
            await Assertions.Expect(tab.Page.Locator("main").GetByText("Place a")).ToHaveCountAsync(0);
            await tab.GoAsync("/transfers?open=true&do=new");
            await Assertions.Expect(tab.Page.Locator(".drawer")).ToHaveCountAsync(0);
            tab.Complaints.Should().BeEmpty();

            await tab.SignOutAsync();
            await tab.Page.GotoAsync("/orders");
            await Assertions.Expect(tab.Page.Locator("#key")).ToBeVisibleAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
