using System.Text;
using System.Text.Json;

namespace SupplyChain;

/// <summary>What planners ask all day is answered in at most three clicks from the control tower.</summary>
public sealed class TenQuestionsTests(PlannerSite site)
{
    private const int MostClicks = 3;

    [Fact]
    public async Task Questions_about_an_order()
    {
        using var http = await site.HttpAsync();
        var world = await (await SmallWorld.WithAsync(http, 5)).OrderedAsync(2);
        await world.ReleasedAsync();
        await using var asked = await AskAsync();

        // Where is order X?
        await asked.FindAsync(world.Id);
        await asked.SeesAsync(".summary", "Released");
        await asked.SeesAsync("[aria-label=Shipments]", "Planned");
        // Why that warehouse?
        await asked.SeesAsync("#why", world.Id);
        await asked.SeesAsync("#why .why", "only");
        // What changed on this order, and by whom?
        await asked.SeesAsync("[aria-label='What happened'] .tl", "Placed with 1 line, 2 units");
        await asked.SeesAsync("[aria-label='What happened'] .tl", "by rest");
    }

    [Fact]
    public async Task Questions_about_stock_and_shipments()
    {
        using var http = await site.HttpAsync();
        var world = await (await SmallWorld.WithAsync(http, 5)).OrderedAsync(2);
        await using var asked = await AskAsync();

        // Who holds SKU Y?
        await asked.GoAsync("Inventory");
        await asked.SearchAsync(world.Id);
        await asked.FollowAsync(world.Id);
        await asked.SeesAsync("[aria-label='Who holds it']", world.Id);
        await asked.StartAgainAsync();

        // What is late, and what will be?
        await asked.GoAsync("Shipments");
        await asked.FollowAsync("Late or at risk");
        await asked.SeesAsync(".tabs [aria-current]", "Late or at risk");
        // What arrived today?
        await asked.FollowAsync("Arrived today");
        await asked.SeesAsync(".tabs [aria-current]", "Arrived today");
        await asked.StartAgainAsync();

        // What can still be saved today?
        await asked.GoAsync("Exceptions");
        await asked.SeesAsync("h1", "Exceptions");
        await asked.SeesAsync("[data-inbox]", "by impact");
        await asked.StartAgainAsync();

        // What happens if warehouse Z closes?
        await asked.GoAsync("Warehouses");
        await asked.FollowAsync($"Ghent {world.Id}");
        await asked.FollowAsync("Close warehouse…");
        await asked.SeesAsync("[aria-label='What it would change']", world.Id);
    }

    [Fact]
    public async Task Questions_about_the_system()
    {
        await ImportAsync("order;line;customer;country;sku;quantity\nPO-1;1;ACME;FR;MISTYPED;3\n");
        await using var asked = await AskAsync();

        // Which imports failed, and where?
        await asked.GoAsync("Import");
        await asked.SeesAsync("main", "Refused");
        await asked.StartAgainAsync();

        // Is the system healthy?
        await asked.GoAsync("Operations");
        await asked.SeesAsync(".lead", "Healthy");
        await asked.SeesAsync(".silos", "actor");
    }

    /// <summary>A file is imported, and listed.</summary>
    private async Task ImportAsync(string text)
    {
        using var http = await site.HttpAsync();
        var begun = await http.SendAsync(HttpMethod.Post, "imports?profile=branch", Encoding.UTF8.GetBytes(text));
        begun.Status.Should().Be(202);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await http.ListAsync<JsonElement>("imports") is [])
            await Task.Delay(50, deadline.Token);
    }

    private async Task<Asking> AskAsync()
    {
        var tab = await site.TabAsync();
        await tab.GoAsync("/");
        return new(tab);
    }

    /// <summary>Counts the clicks since the control tower.</summary>
    private sealed class Asking(Tab tab) : IAsyncDisposable
    {
        private int _clicks;

        /// <summary>Types a number into the palette; opening it and Enter count as one click.</summary>
        public async Task FindAsync(string number)
        {
            Click();
            await tab.Page.Keyboard.PressAsync("Control+k");
            await tab.Page.Keyboard.TypeAsync(number);
            await tab.Page.Keyboard.PressAsync("Enter");
        }

        public async Task GoAsync(string place)
        {
            await FollowAsync(tab.Page.Locator(".nav"), place);
            await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync(place);
            await Assertions.Expect(tab.Page.Locator("h1")).ToBeFocusedAsync();
        }

        public Task FollowAsync(string link) => FollowAsync(tab.Page.Locator("main"), link);

        public async Task SearchAsync(string text)
        {
            Click();
            await tab.Page.GetByRole(AriaRole.Searchbox).FocusAsync();
            await tab.Page.Keyboard.TypeAsync(text);
            await tab.Page.Keyboard.PressAsync("Enter");
        }

        public Task SeesAsync(string where, string text) =>
            Assertions.Expect(tab.Page.Locator(where).First).ToContainTextAsync(text, new() { Timeout = 15_000 });

        public async Task StartAgainAsync()
        {
            _clicks = 0;
            await tab.GoAsync("/");
        }

        public ValueTask DisposeAsync() => tab.DisposeAsync();

        private async Task FollowAsync(ILocator where, string link)
        {
            Click();
            await where.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        }

        private void Click() => (++_clicks).Should().BeLessThanOrEqualTo(MostClicks);
    }
}
