namespace SupplyChain;

/// <summary>A planner works the inbox without a mouse.</summary>
public sealed class InboxTests(PlannerSite site)
{
    [Fact]
    public async Task An_exception_is_taken_snoozed_and_left_by_keys_alone()
    {
        using var http = await site.HttpAsync();
        var world = await (await SmallWorld.WithAsync(http, 5)).OrderedAsync(5, priority: 1);
        await http.PutAsync(
            $"adjustments/{world.Id}", new { warehouse = world.Id, sku = world.Id, delta = -3, reason = "broken" });
        await using var tab = await site.TabAsync();
        await Deadline.WaitAsync(TimeSpan.FromSeconds(20), async () =>
            (await http.GetAsync<SeenPage<Attended>>($"exceptions?order={world.Id}")).Items.Count == 1);
        await tab.GoAsync($"/exceptions?order={world.Id}");

        // The keys of this page come with a script of its own, a moment after the page is alive.
        var row = tab.Page.Locator("[data-inbox] [data-row]");
        (await Deadline.WaitAsync(TimeSpan.FromSeconds(20), async () =>
        {
            await tab.Page.Keyboard.PressAsync("j");
            return await row.EvaluateAsync<bool>("row => row === document.activeElement");
        })).Should().NotBeNull("J moves the focus to the first row");
        await Assertions.Expect(tab.Page.Locator("#xtitle")).ToContainTextAsync("3");
        await tab.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(tab.Page.GetByLabel("Your name, as colleagues know it")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("Dana");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator(".exd")).ToContainTextAsync("Dana takes care of it.");
        await tab.Page.Locator("#xtitle").FocusAsync();
        await tab.Page.Keyboard.PressAsync("h");
        var times = tab.Page.GetByRole(AriaRole.Group, new() { Name = "Snooze until" });
        await Assertions.Expect(times.GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        var seen = await Deadline.WaitAsync(TimeSpan.FromSeconds(20), async () =>
            (await http.GetAsync<SeenPage<Attended>>($"exceptions?order={world.Id}")).Items
                is [{ Owner: "Dana", SnoozedUntil: not null }]);
        seen.Should().NotBeNull("the list shows who took it, and that it is snoozed");
        tab.Complaints.Should().BeEmpty();
    }

    private sealed record Attended(string? Owner, string? SnoozedUntil);
}
