namespace SupplyChain;

/// <summary>A planner moves stock from one warehouse to another, and sees what did not arrive.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class TransferTests(PlannerSite site)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_transfer_goes_from_its_request_to_a_receipt_with_one_unit_short_which_the_inbox_shows()
    {
        using var http = await site.HttpAsync();
        var world = await SmallWorld.WithAsync(http, 9);
        var to = await world.SecondAsync();
        await using var tab = await site.TabAsync();

        (await Deadline.WaitAsync(Patience, async () =>
        {
            await tab.GoAsync($"/warehouses/{world.Id}?do=transfer");
            return await Drawer(tab).Locator($"select[name=to] option[value='{to}']").CountAsync() > 0;
        })).Should().NotBeNull("a new warehouse can be chosen a moment later");
        await Drawer(tab).Locator("select[name=to]").SelectOptionAsync(to);
        await Drawer(tab).Locator("[name='lines/0/sku']").FillAsync(world.Id);
        await Drawer(tab).Locator("[name='lines/0/quantity']").FillAsync("5");
        await Assertions.Expect(Drawer(tab)).ToContainTextAsync("9 available");
        (await tab.BarriersAsync()).Should().BeEmpty();
        await Drawer(tab).GetByRole(AriaRole.Button, new() { Name = "Request 5 units" }).ClickAsync();
        await Assertions.Expect(Status(tab)).ToHaveTextAsync("Reserved");
        var transfer = new Uri(tab.Page.Url).AbsolutePath;

        await tab.Page.Keyboard.PressAsync("r");
        await Drawer(tab).GetByRole(AriaRole.Button, new() { Name = "Release in one shipment" }).ClickAsync();
        await Assertions.Expect(Status(tab)).ToHaveTextAsync("Released");
        await tab.Page.Locator(".ship a").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Record a milestone…" }).ClickAsync();
        await Drawer(tab).GetByLabel("What happened").SelectOptionAsync("Dispatched");
        await Drawer(tab).GetByRole(AriaRole.Button, new() { Name = "Record “Dispatched”" }).ClickAsync();
        await Assertions.Expect(Status(tab)).ToHaveTextAsync("Dispatched");

        await tab.GoAsync(transfer);
        await Assertions.Expect(Status(tab)).ToHaveTextAsync("In transit");
        await tab.Page.Keyboard.PressAsync("v");
        await Drawer(tab).GetByLabel("Units of line 1 that arrived").FillAsync("4");
        await Drawer(tab).GetByRole(AriaRole.Checkbox).CheckAsync();
        (await tab.BarriersAsync()).Should().BeEmpty();
        await Drawer(tab).GetByRole(AriaRole.Button, new() { Name = "Receive 4 units" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".note.good")).ToContainTextAsync("4 units received, 1 short");
        await Assertions.Expect(Status(tab)).ToHaveTextAsync("Received");

        var entity = $"transfer/{transfer.Split('/')[^1]}";
        (await Deadline.WaitAsync(Patience, async () =>
            (await http.GetAsync<SeenPage<Seen>>("exceptions?kind=Short&limit=1000")).Items
                .Any(one => one.Entity == entity))).Should().NotBeNull("what is missing is an exception");
        await tab.GoAsync($"/exceptions?kind=Short&id={Uri.EscapeDataString($"Short/{entity}")}");
        await Assertions.Expect(tab.Page.Locator("#xtitle")).ToContainTextAsync($"1 × {world.Id} short in Liège");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open the transfer" }).ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Uri(site.Url, transfer).ToString());
        tab.Complaints.Should().BeEmpty();
    }

    private static ILocator Drawer(Tab tab) => tab.Page.GetByRole(AriaRole.Dialog);

    private static ILocator Status(Tab tab) => tab.Page.Locator(".summary .pill").First;

    private sealed record Seen(string Entity);
}
