namespace SupplyChain;

/// <summary>An integrator sets a webhook up whose receiver takes nothing, and sees it.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class IntegrationsTests(PlannerSite site)
{
    private const float Patience = 30_000;

    [Fact]
    public async Task A_webhook_is_set_up_seen_to_fail_paused_and_deleted()
    {
        using var http = await site.HttpAsync();
        await using var tab = await site.TabAsync();
        var id = $"hook-{Guid.NewGuid():N}"[..12];

        await tab.GoAsync("/integrations");
        await tab.Page.Keyboard.PressAsync("w");
        await Drawer(tab).Locator("[name=id]").FillAsync(id);
        await Drawer(tab).Locator("[name=url]").FillAsync(PlannerSite.Nowhere);
        await Drawer(tab).Locator("[name=types]").FillAsync("supplychain.product.*");
        (await tab.BarriersAsync()).Should().BeEmpty();
        await Press(Drawer(tab), "Set it up");
        await Assertions.Expect(Drawer(tab).Locator("pre")).ToContainTextAsync("whsec_");
        (await tab.BarriersAsync()).Should().BeEmpty();
        await Press(Drawer(tab), "Done, it is kept");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Uri(site.Url, $"/integrations/webhooks/{id}").ToString());

        await http.PutAsync($"products/{id}", new { description = "Valve" });
        await Assertions.Expect(tab.Page.Locator(".tries tbody tr").First)
            .ToContainTextAsync("Not taken", new() { Timeout = Patience });
        await Assertions.Expect(Status(tab)).ToContainTextAsync("Failing");
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Dark), (1440, ColorScheme.Light) })
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            (await tab.BarriersAsync()).Should().BeEmpty();
        }

        await Press(tab.Page.Locator(".summary"), "Pause");
        await Assertions.Expect(Status(tab)).ToHaveTextAsync("Paused");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Delete…" }).ClickAsync();
        (await tab.BarriersAsync()).Should().BeEmpty();
        await Press(Drawer(tab), $"Delete {id}");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Uri(site.Url, "/integrations").ToString());
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Webhooks" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = id })).ToHaveCountAsync(0);
        tab.Complaints.Should().BeEmpty();
    }

    private static ILocator Drawer(Tab tab) => tab.Page.GetByRole(AriaRole.Dialog);

    private static ILocator Status(Tab tab) => tab.Page.Locator(".summary .pill").First;

    private static Task Press(ILocator within, string name) =>
        within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
