namespace SupplyChain;

/// <summary>Where keys are wanted: what a viewer is offered, and how an admin gives keys out.</summary>
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

    [Fact]
    public async Task An_admin_creates_a_key_with_which_somebody_signs_in_and_revokes_it()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-keys-page-");
        try
        {
            var admin = await Keys.CreateAsync(data.FullName, "admin");
            await using var node = await RunningNode.StartAsync(
                new NodeStart(data.FullName) { Options = ["--environment", "Production"] });
            await using var browser = await Chromium.StartAsync();
            await using var tab = await browser.TabAsync(node.Url, 1440, 900, dark: true, script: true);
            await tab.SignInAsync("/integrations?do=create", admin);
            (await tab.BarriersAsync()).Should().BeEmpty();
            await tab.Page.FillAsync("input[name=name]", "shop");
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
            var key = await tab.Page.Locator(".drawer pre").TextContentAsync();
            (await tab.BarriersAsync()).Should().BeEmpty();
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Done, it is kept" }).ClickAsync();
            await Assertions.Expect(tab.Page.Locator("tbody tr").First).ToContainTextAsync("shop");

            await using var other = await browser.TabAsync(node.Url, 390, 844, dark: false, script: true);
            await other.SignInAsync("/orders", key!);
            await Assertions.Expect(other.Page.Locator("main h2")).ToHaveTextAsync("No orders yet");

            await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Revoke shop…" }).ClickAsync();
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke shop" }).ClickAsync();
            await Assertions.Expect(tab.Page.GetByText("shop is revoked")).ToBeVisibleAsync();
            // Its live page leads to the sign-in by itself.
            await Assertions.Expect(other.Page.Locator("#key")).ToBeVisibleAsync(new() { Timeout = 15_000 });
            tab.Complaints.Should().BeEmpty();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
