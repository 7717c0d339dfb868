namespace SupplyChain;

/// <summary>A planner looks at an order as it was, and follows what every actor did for it.</summary>
public sealed class PastTests(PlannerSite site)
{
    [Fact]
    public async Task An_order_is_looked_at_as_it_was_event_by_event_and_cannot_be_changed_there()
    {
        var number = await ReleasedAsync();
        await using var tab = await site.TabAsync();
        await tab.GoAsync($"/orders/{number}");
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
        var number = await ReleasedAsync();
        await using var tab = await site.TabAsync();
        await tab.GoAsync($"/orders/{number}/story");
        var steps = tab.Page.Locator(".step");
        await Assertions.Expect(steps.Filter(new() { HasText = "2 units reserved" })).ToHaveCountAsync(2);

        using var http = await site.HttpAsync();
        var shipment = (await http.GetAsync<Released>($"orders/{number}")).Shipments[0];
        await http.PutAsync($"shipments/{shipment}/milestones/left", new { kind = "dispatched" });

        await Assertions.Expect(steps.Filter(new() { HasText = "2 units left stock" })).ToHaveCountAsync(2);
        await Assertions.Expect(steps.Filter(new() { HasText = "Dispatched" })).ToHaveCountAsync(1);
    }

    private async Task<string> ReleasedAsync()
    {
        using var http = await site.HttpAsync();
        var id = $"PAST-{Guid.NewGuid():N}"[..12];
        await http.PutAsync(
            $"warehouses/{id}", new { name = "Ghent", country = "BE", latitude = 51.05, longitude = 3.72 });
        await http.PutAsync($"products/{id}", new { description = "Valve" });
        await http.PutAsync($"receipts/{id}", new { warehouse = id, lines = new[] { new { sku = id, quantity = 5 } } });
        await http.PutAsync($"orders/{id}", new
        {
            customer = "ACME", shipTo = new { country = "FR" },
            lines = new[] { new { line = 1, sku = id, quantity = 2 } },
        });
        await http.PostAsync($"orders/{id}/release", new { });
        return id;
    }

    private sealed record Released(string[] Shipments);
}
