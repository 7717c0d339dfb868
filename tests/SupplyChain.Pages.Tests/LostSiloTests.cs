namespace SupplyChain;

/// <summary>Pages of a node without actors go on while the silos behind them come and go.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class LostSiloTests
{
    private const float Patience = 60_000;

    [Fact]
    public async Task A_planner_goes_on_when_one_of_three_silos_is_killed()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var database = await (await RunningPostgres.SharedAsync()).CreateDatabaseAsync();
        var data = Directory.CreateTempSubdirectory("supplychain-silos-");
        List<RunningNode> nodes = [];
        try
        {
            nodes.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(one => StartAsync(one, "silo"))));
            nodes.Add(await StartAsync(nodes.Count, "web"));
            using var http = new NodeHttp(nodes[^1].Url, connections: 2);
            await PlacedAsync(http);
            await using var browser = await Chromium.StartAsync();
            await using var tab = await browser.TabAsync(nodes[^1].Url, 1440, 900, dark: false, script: true);
            await tab.GoAsync("/orders/O-1");
            await Assertions.Expect(tab.Page.Locator(".pill").First).ToHaveTextAsync("Allocated");

            nodes[0].Kill();

            await tab.Page.Keyboard.PressAsync("r");
            // The actors of the dead are found again after a while; until then sending it again is safe.
            await Deadline.WaitAsync(TimeSpan.FromMilliseconds(Patience), async () =>
            {
                await SendAsync(tab);
                return await tab.Page.Locator(".pill").First.TextContentAsync() is "Released";
            });
            await Assertions.Expect(tab.Page.Locator(".pill").First).ToHaveTextAsync("Released");
            await tab.GoAsync("/ops");
            await Assertions.Expect(tab.Page.Locator(".silos tbody tr"))
                .ToHaveCountAsync(2, new() { Timeout = Patience });
            await tab.PictureAsync("ops-two-of-three");
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
            data.Delete(recursive: true);
        }

        Task<RunningNode> StartAsync(int one, string role) => RunningNode.StartAsync(
            new NodeStart(Path.Combine(data.FullName, $"{one}")) { Postgres = database, Options = ["--role", role] });
    }

    private static async Task SendAsync(Tab tab)
    {
        try
        {
            await tab.Page.GetByRole(AriaRole.Dialog)
                .GetByRole(AriaRole.Button, new() { Name = "Release in 1 shipment" })
                .ClickAsync(new() { Timeout = 500 });
        }
        catch (TimeoutException)
        {
            // It is on its way, or was done.
        }
    }

    private static async Task PlacedAsync(NodeHttp http)
    {
        await http.PutAsync("warehouses/GHENT", new { name = "Ghent", country = "BE", latitude = 51, longitude = 3.7 });
        await http.PutAsync("products/VALVE", new { description = "Valve" });
        await http.PutAsync(
            "receipts/R-1", new { warehouse = "GHENT", lines = new[] { new { sku = "VALVE", quantity = 5 } } });
        await http.PutAsync("orders/O-1", new
        {
            customer = "ACME", shipTo = new { country = "FR" },
            lines = new[] { new { line = 1, sku = "VALVE", quantity = 2 } },
        });
    }
}
