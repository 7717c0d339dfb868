namespace SupplyChain;

/// <summary>Where keys are wanted: how an admin gives them out.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class KeyPageTests
{
    [Fact]
    public async Task An_admin_creates_a_key_that_signs_in_and_revokes_it()
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
