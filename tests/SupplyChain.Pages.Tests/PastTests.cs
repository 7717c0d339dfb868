namespace SupplyChain;

/// <summary>A planner looks at an order as it was, and follows what every actor did for it.</summary>
public sealed class PastTests(PlannerSite site)
{
    [Fact]
    public async Task An_order_is_looked_at_as_it_was_event_by_event_and_cannot_be_changed_there()
    {
        using var http = await site.HttpAsync();
        var world = await (await SmallWorld.WithAsync(http, 5)).OrderedAsync(2);
        await world.ReleasedAsync();
        await using var tab = await site.TabAsync();
        await tab.GoAsync($"/orders/{world.Id}");
        var status = tab.Page.Locator(".summary .pill").First;
        await Assertions.Expect(status).ToHaveTextAsync("Released");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "look back" }).ClickAsync();
        var slider = tab.Page.GetByRole(AriaRole.Slider, new() { Name = "Version" });
        await slider.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Home");

        await Assertions.Expect(status).ToHaveTextAsync("Placed");
        await Assertions.Expect(tab.Page.Locator(".past")).ToContainTextAsync("As it was after version 1 of");
        await Assertions.Expect(tab.Page.Locator(".summary .btn")).ToHaveCountAsync(0);
        (await tab.BarriersAsync()).Should().BeEmpty();
        await tab.PictureAsync("past");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Back to now" }).ClickAsync();
        await Assertions.Expect(status).ToHaveTextAsync("Released");
        await Assertions.Expect(tab.Page.Locator(".past")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_orders_story_has_a_lane_for_every_actor_and_grows_by_itself()
    {
        using var http = await site.HttpAsync();
        var world = await (await SmallWorld.WithAsync(http, 5)).OrderedAsync(2);
        var shipment = await world.ReleasedAsync();
        await using var tab = await site.TabAsync();
        await tab.GoAsync($"/orders/{world.Id}/story");
        var steps = tab.Page.Locator(".step");
        await Assertions.Expect(steps.Filter(new() { HasText = "2 units reserved" })).ToHaveCountAsync(2);

        await http.PutAsync($"shipments/{shipment}/milestones/left", new { kind = "dispatched" });

        await Assertions.Expect(steps.Filter(new() { HasText = "2 units left stock" })).ToHaveCountAsync(2);
        await Assertions.Expect(steps.Filter(new() { HasText = "Dispatched" })).ToHaveCountAsync(1);
    }
}
