namespace SupplyChain;

/// <summary>A planner keeps a view of the orders, and changes several of them at once.</summary>
public sealed class OrderListTests(PlannerSite site)
{
    private const int Orders = 53;

    [Fact]
    public async Task A_view_is_saved_and_opened_again_and_orders_of_two_pages_get_another_priority()
    {
        using var http = await site.HttpAsync();
        var customer = await PlacedAsync(http);
        await using var tab = await site.TabAsync();
        var page = tab.Page;
        await tab.GoAsync($"/orders?customer={customer}&sort=number&columns=number,priority,status");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
        await Drawer(page).GetByLabel("Name, 1 to 60").FillAsync($"All of {customer}");
        await Drawer(page).GetByLabel("Your name").FillAsync("Ana");
        (await tab.BarriersAsync()).Should().BeEmpty();
        await Drawer(page).GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All", Exact = false }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"All of {customer}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader))
            .ToHaveTextAsync(["", "Order", "Status", "Priority"]);
        new Uri(page.Url).Query.Should().Contain($"customer={customer}").And.Contain("columns=");

        await page.Locator("[data-row]").First.FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Shift+X");
        await Assertions.Expect(Bar(page)).ToContainTextAsync("3 selected");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await page.GetByLabel($"Select {customer}-51").ClickAsync();
        await Assertions.Expect(Bar(page)).ToContainTextAsync("4 selected");
        await Assertions.Expect(Bar(page)).ToContainTextAsync($"Select all {Orders} that fit");
        (await tab.BarriersAsync()).Should().BeEmpty();

        await Bar(page).GetByRole(AriaRole.Button, new() { Name = "Set priority…" }).ClickAsync();
        await Drawer(page).GetByRole(AriaRole.Button, new() { Name = "Set priority 2 for 4 orders" }).ClickAsync();
        await Assertions.Expect(Drawer(page).GetByRole(AriaRole.Status)).ToContainTextAsync("4 of 4 4 done");
        await Assertions.Expect(Drawer(page).GetByText("Done", new() { Exact = true })).ToHaveCountAsync(4);
        (await tab.BarriersAsync()).Should().BeEmpty();
        var changed = await http.ListAsync<Seen>($"orders?customer={customer}&priority=2");
        changed.Select(order => order.Number).Should().BeEquivalentTo(
            $"{customer}-01", $"{customer}-02", $"{customer}-03", $"{customer}-51");
        tab.Complaints.Should().BeEmpty();
    }

    private static ILocator Drawer(IPage page) => page.GetByRole(AriaRole.Dialog);

    private static ILocator Bar(IPage page) => page.GetByRole(AriaRole.Group, new() { Name = "Selected orders" });

    private static async Task<string> PlacedAsync(NodeHttp http)
    {
        var id = $"L{Guid.NewGuid():N}"[..10].ToUpperInvariant();
        await http.PutAsync($"products/{id}", new { description = "Valve" });
        for (var number = 1; number <= Orders; number++)
        {
            await http.PutAsync($"orders/{id}-{number:00}", new
            {
                customer = id, shipTo = new { country = "FR" },
                lines = new[] { new { line = 1, sku = id, quantity = 1 } },
            });
        }

        (await Deadline.WaitAsync(TimeSpan.FromSeconds(20), async () =>
            (await http.ListAsync<Seen>($"orders?customer={id}")).Count == Orders)).Should().NotBeNull();
        return id;
    }

    private sealed record Seen(string Number, int Priority);
}
