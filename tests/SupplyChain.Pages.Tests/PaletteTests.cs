namespace SupplyChain;

/// <summary>Keys and the palette, as a planner uses them.</summary>
public sealed class PaletteTests(PlannerSite site)
{
    [Fact]
    public async Task A_number_and_Enter_lead_to_the_order()
    {
        using var http = await site.HttpAsync();
        var order = (await http.GetAsync<SeenPage<SeenOrder>>("orders?limit=1&sort=number")).Items[0].Number;
        await using var tab = await site.TabAsync();
        await tab.GoAsync("/orders");

        await tab.Page.Keyboard.PressAsync("Control+k");
        await tab.Page.Keyboard.TypeAsync(order);
        await tab.Page.Keyboard.PressAsync("Enter");

        await tab.Page.WaitForURLAsync($"**/orders/{order}");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(order);
        await Assertions.Expect(tab.Page.Locator("#palette")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_found_can_be_walked_through_and_left_to_where_one_was()
    {
        await using var tab = await site.TabAsync();
        await tab.GoAsync("/orders");
        var search = tab.Page.GetByRole(AriaRole.Searchbox);
        await search.FocusAsync();

        await tab.Page.Keyboard.PressAsync("Control+k");
        await tab.Page.Keyboard.TypeAsync("> back");
        var chosen = tab.Page.Locator("#palette [aria-selected=true]");
        await Assertions.Expect(chosen).ToContainTextAsync("backordered");
        await tab.PictureAsync("palette");
        await tab.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(search).ToBeFocusedAsync();
        tab.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Single_keys_move_and_go_and_are_letters_where_one_types()
    {
        await using var tab = await site.TabAsync();
        await tab.GoAsync("/orders");

        await tab.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(tab.Page.Locator("[data-row]").First).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("gap?");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("gap?");
        await tab.Page.Keyboard.PressAsync("Control+a");
        await tab.Page.Keyboard.PressAsync("Delete");
        await tab.Page.Locator("h1").FocusAsync();
        await tab.Page.Keyboard.PressAsync("p");
        await Assertions.Expect(tab.Page.Locator(".live")).ToContainTextAsync("Paused");
        await tab.Page.Keyboard.PressAsync("?");
        await tab.Page.GetByLabel("Single keys act").UncheckAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Keyboard.TypeAsync("ga");
        new Uri(tab.Page.Url).AbsolutePath.Should().Be("/orders");
        await tab.Page.EvaluateAsync("() => localStorage.removeItem('single-keys')");
        await tab.Page.Keyboard.TypeAsync("ga");
        await tab.Page.WaitForURLAsync("**/about");
    }
}
