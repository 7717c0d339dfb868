using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplyChain;

/// <summary>A planner sees what an action would change, does it, sees what became of it, and takes it back.</summary>
public sealed class ActingTests(PlannerSite site)
{
    [Fact]
    public async Task An_order_is_placed_on_what_it_would_get_and_seen_allocated_without_a_reload()
    {
        using var http = await site.HttpAsync();
        var (warehouse, sku) = await StockedAsync(http, 8);
        await using var tab = await site.TabAsync();
        await tab.GoAsync("/orders");
        await tab.Page.Keyboard.PressAsync("n");

        await tab.Page.GetByLabel("Customer", new() { Exact = true }).FillAsync("ACME");
        await tab.Page.GetByLabel("Ship to, country code").FillAsync("FR");
        await tab.Page.GetByLabel("Product of line 1").FillAsync(sku);
        await tab.Page.GetByLabel("Units").FillAsync("10");
        var quote = tab.Page.GetByRole(AriaRole.Region, new() { Name = "What it would get now" });
        await Assertions.Expect(quote).ToContainTextAsync("8 of 10 units can be had now");
        await Assertions.Expect(quote).ToContainTextAsync("2 wait for stock");
        (await tab.BarriersAsync()).Should().BeEmpty();
        var stock = await http.GetAsync<Stock>($"stock/{sku}");
        stock.Totals.Reserved.Should().Be(0, "a quote reserves nothing");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Place 10 units" }).DblClickAsync();

        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("/orders/ORD-"));
        await Assertions.Expect(tab.Page.Locator(".pill").First).ToHaveTextAsync("Partly allocated");
        await ReceiveAsync(http, warehouse, sku, 2);
        await Assertions.Expect(tab.Page.Locator(".pill").First).ToHaveTextAsync("Allocated");
        var placed = await http.GetAsync<SeenPage<Listed>>($"orders?sku={sku}");
        placed.Items.Should().ContainSingle("a double click places it once");
    }

    [Fact]
    public async Task A_warehouse_is_closed_from_its_preview_and_its_lines_move()
    {
        using var http = await site.HttpAsync();
        var (from, sku) = await StockedAsync(http, 5);
        var number = await PlaceAsync(http, sku, 5);
        var to = await WarehouseAsync(http, "Ghent");
        await ReceiveAsync(http, to, sku, 3);
        await using var tab = await site.TabAsync();
        await tab.GoAsync($"/warehouses/{from}?do=close");

        var drawer = tab.Page.GetByRole(AriaRole.Dialog);
        var preview = drawer.GetByRole(AriaRole.Region, new() { Name = "What it would change" });
        await Assertions.Expect(preview)
            .ToContainTextAsync("3 units would move elsewhere and 2 units would wait for stock");
        await Assertions.Expect(preview).ToContainTextAsync(
            new Regex($"→ (Ghent|{to})")); // Names are kept for a while.
        (await tab.BarriersAsync()).Should().BeEmpty();
        (await http.GetAsync<Order>($"orders/{number}")).Allocations.Should().Equal(new Held(from, 5));
        await drawer.GetByLabel("Reason").FillAsync("flood");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Close and source 1 line again" }).ClickAsync();

        await Assertions.Expect(drawer).ToContainTextAsync("Closed, and everything is decided.");
        var order = await http.GetAsync<Order>($"orders/{number}");
        order.Allocations.Should().ContainSingle().Which.Should().Be(new Held(to, 3));
        await drawer.GetByRole(AriaRole.Link, new() { Name = "Undo: open it again…" }).ClickAsync();
        await drawer.GetByLabel("Reason").FillAsync("dry");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Open it again" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".pill").First).ToHaveTextAsync("Open");
    }

    [Fact]
    public async Task What_was_amended_says_per_line_what_became_of_it_and_is_taken_back()
    {
        using var http = await site.HttpAsync();
        var (_, sku) = await StockedAsync(http, 8);
        var number = await PlaceAsync(http, sku, 5);
        await using var tab = await site.TabAsync();
        await tab.GoAsync($"/orders/{number}?do=amend");

        var drawer = tab.Page.GetByRole(AriaRole.Dialog);
        await drawer.GetByLabel($"1 · {sku}").FillAsync("10");
        await drawer.GetByLabel($"1 · {sku}").BlurAsync();
        await Assertions.Expect(drawer)
            .ToContainTextAsync("2 units would wait for stock and 3 units would be reserved anew");
        (await tab.BarriersAsync()).Should().BeEmpty();
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Amend the order" }).ClickAsync();

        var done = tab.Page.Locator(".deed");
        await Assertions.Expect(done).ToContainTextAsync($"Line 1, {sku}: 8 from");
        await tab.Page.Keyboard.PressAsync("z");
        await Assertions.Expect(done).ToHaveTextAsync(new Regex("The former values are back"));
        (await http.GetAsync<Order>($"orders/{number}")).Allocations.Sum(held => held.Quantity).Should().Be(5);
    }

    [Fact]
    public async Task An_exception_is_fixed_by_a_key_after_its_preview()
    {
        using var http = await site.HttpAsync();
        var (_, sku) = await StockedAsync(http, 5);
        var number = await PlaceAsync(http, sku, 5, requestedBy: Today);
        await http.PostAsync($"orders/{number}/release");
        Trouble? risk = null;
        await Deadline.WaitAsync(TimeSpan.FromSeconds(20), async () =>
        {
            var page = await http.GetAsync<SeenPage<Trouble>>($"exceptions?kind=AtRisk&status=Open&sku={sku}");
            risk = page.Items.FirstOrDefault(one => one.Fix is { Action: "AgreeDate" });
            return risk is not null;
        });
        risk.Should().NotBeNull("it is expected after the day that was wanted");
        await using var tab = await site.TabAsync();
        await tab.GoAsync($"/exceptions?sku={sku}&id={Uri.EscapeDataString(risk!.Id)}");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" })).ToBeEnabledAsync();
        (await tab.BarriersAsync()).Should().BeEmpty();
        await tab.Page.Keyboard.PressAsync("a");

        await Assertions.Expect(tab.Page.Locator(".deed")).ToContainTextAsync("Agreed.");
        (await http.GetAsync<Order>($"orders/{number}")).Lines[0].Scheduled.Should().NotBe(Today);
    }

    private static string Today { get; } =
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NewId(string prefix) => $"{prefix}-{Guid.NewGuid():N}"[..12].ToUpperInvariant();

    private static async Task<string> WarehouseAsync(NodeHttp http, string name)
    {
        var id = NewId("W");
        await http.PutAsync($"warehouses/{id}", new { name, country = "BE", latitude = 51.05, longitude = 3.72 });
        return id;
    }

    private static async Task ReceiveAsync(NodeHttp http, string warehouse, string sku, long quantity) =>
        await http.PutAsync($"receipts/{NewId("R")}", new { warehouse, lines = new[] { new { sku, quantity } } });

    private static async Task<(string Warehouse, string Sku)> StockedAsync(NodeHttp http, long quantity)
    {
        var (warehouse, sku) = (await WarehouseAsync(http, "Bruges"), NewId("P"));
        await http.PutAsync($"products/{sku}", new { description = "Valve" });
        await ReceiveAsync(http, warehouse, sku, quantity);
        return (warehouse, sku);
    }

    private static async Task<string> PlaceAsync(NodeHttp http, string sku, long quantity, string? requestedBy = null)
    {
        var number = NewId("ACT");
        await http.PutAsync($"orders/{number}", new
        {
            customer = "ACME", shipTo = new { country = "FR" }, requestedBy,
            lines = new[] { new { line = 1, sku, quantity } },
        });
        return number;
    }

    private sealed record Stock(Totals Totals);

    private sealed record Totals(long Reserved);

    private sealed record Listed(string Number);

    private sealed record Order(Held[] Allocations, Line[] Lines);

    private sealed record Held(string Warehouse, long Quantity);

    private sealed record Line(string? Scheduled);

    private sealed record Trouble(string Id, Fix? Fix);

    private sealed record Fix(string Action);
}
