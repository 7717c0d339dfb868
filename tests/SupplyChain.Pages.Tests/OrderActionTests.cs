namespace SupplyChain;

/// <summary>A planner acts on an order, and sees what became of it without a reload.</summary>
public sealed class OrderActionTests(PlannerSite site)
{
    [Fact]
    public async Task An_order_is_released_by_a_key_and_partly_cancelled()
    {
        using var http = await site.HttpAsync();
        var number = await PlacedAsync(http, lines: 2);
        await using var tab = await site.TabAsync();
        await tab.GoAsync($"/orders/{number}");

        await tab.Page.Keyboard.PressAsync("r");
        await Drawer(tab).GetByRole(AriaRole.Button, new() { Name = "Release in 1 shipment" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".pill").First).ToHaveTextAsync("Released");
        await Assertions.Expect(Drawer(tab)).ToHaveCountAsync(0);

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel…" }).ClickAsync();
        await Drawer(tab).GetByRole(AriaRole.Checkbox).First.UncheckAsync();
        await Drawer(tab).GetByLabel("Reason").FillAsync("ordered twice");
        (await tab.BarriersAsync()).Should().BeEmpty();
        await Drawer(tab).GetByRole(AriaRole.Button, new() { Name = "Cancel 2 units" }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator(".note.good")).ToContainTextAsync("Cancelled.");
        (await LinesAsync(http, number)).Should().Equal(0, 2);
    }

    [Fact]
    public async Task Of_two_planners_the_second_sees_what_the_first_changed_and_keeps_it()
    {
        using var http = await site.HttpAsync();
        var number = await PlacedAsync(http, lines: 1);
        await using var first = await site.TabAsync();
        await using var second = await site.TabAsync();
        await first.GoAsync($"/orders/{number}?do=amend");
        await second.GoAsync($"/orders/{number}?do=amend");

        await second.Page.GetByLabel("Date wanted").FillAsync("2027-03-01");
        await first.Page.GetByLabel("Priority").SelectOptionAsync("1");
        await AmendAsync(first);
        await Assertions.Expect(first.Page.Locator(".note.good")).ToContainTextAsync("Amended.");
        await Assertions.Expect(second.Page.GetByLabel("Priority")).ToHaveValueAsync("1");
        await Assertions.Expect(second.Page.GetByLabel("Date wanted")).ToHaveValueAsync("2027-03-01");
        await AmendAsync(second);

        await Assertions.Expect(second.Page.Locator(".note.good")).ToContainTextAsync("Amended.");
        var order = await http.GetAsync<Amended>($"orders/{number}");
        order.Should().Be(new Amended(1, "2027-03-01"));
    }

    private static ILocator Drawer(Tab tab) => tab.Page.GetByRole(AriaRole.Dialog);

    private static Task AmendAsync(Tab tab) =>
        Drawer(tab).GetByRole(AriaRole.Button, new() { Name = "Amend the order" }).ClickAsync();

    private static async Task<string> PlacedAsync(NodeHttp http, int lines)
    {
        var id = $"ACT-{Guid.NewGuid():N}"[..12];
        await http.PutAsync(
            $"warehouses/{id}", new { name = "Ghent", country = "BE", latitude = 51.05, longitude = 3.72 });
        var ordered = Enumerable.Range(1, lines).Select(
            line => new { line, sku = $"{id}-{line}", quantity = 2 }).ToArray();
        foreach (var line in ordered)
        {
            await http.PutAsync($"products/{line.sku}", new { description = "Valve" });
            await http.PutAsync($"receipts/{line.sku}", new
            {
                warehouse = id, lines = new[] { new { line.sku, quantity = 5 } },
            });
        }

        await http.PutAsync(
            $"orders/{id}", new { customer = "ACME", shipTo = new { country = "FR" }, lines = ordered });
        return id;
    }

    private static async Task<IEnumerable<long>> LinesAsync(NodeHttp http, string number) =>
        (await http.GetAsync<Cancelled>($"orders/{number}")).Lines.Select(line => line.Cancelled);

    private sealed record Amended(int Priority, string RequestedBy);

    private sealed record Cancelled(Line[] Lines);

    private sealed record Line(long Cancelled);
}
