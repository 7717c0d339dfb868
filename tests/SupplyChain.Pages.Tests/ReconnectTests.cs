using System.Text.RegularExpressions;

namespace SupplyChain;

/// <summary>A page outlives the node that made it.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class ReconnectTests
{
    [Fact]
    public async Task A_page_says_that_it_is_cut_off_and_lives_again_with_its_address()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-reconnect-");
        var start = new NodeStart(data.FullName).OnItsPorts();
        try
        {
            await using var browser = await Chromium.StartAsync();
            var node = await RunningNode.StartAsync(start);
            await using var tab = await browser.TabAsync(node.Url, 1440, 900, dark: false, script: true);
            await tab.GoAsync("/orders?status=Backordered&sort=-units");
            var strip = tab.Page.Locator("#components-reconnect-modal");
            await Assertions.Expect(strip).ToBeHiddenAsync();

            node.Kill();
            await node.DisposeAsync();

            await Assertions.Expect(strip).ToContainTextAsync("as of", new() { Timeout = 30_000 });
            await Assertions.Expect(strip).ToBeVisibleAsync();
            await tab.PictureAsync("reconnect");
            await using var again = await RunningNode.StartAsync(start);
            await Assertions.Expect(strip.Locator(".caught")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await tab.AliveAsync();
            new Uri(tab.Page.Url).PathAndQuery.Should().Be("/orders?status=Backordered&sort=-units");
            await Assertions.Expect(strip).ToBeHiddenAsync(new() { Timeout = 10_000 });
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_order_half_written_outlives_its_node_and_is_placed_once()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-written-");
        var start = new NodeStart(data.FullName).OnItsPorts();
        try
        {
            await using var browser = await Chromium.StartAsync();
            var node = await RunningNode.StartAsync(start);
            SmallWorld world;
            using (var http = new NodeHttp(node.Url, connections: 1))
                world = await SmallWorld.WithAsync(http, units: 8);
            await using var tab = await browser.TabAsync(node.Url, 1440, 900, dark: false, script: true);
            await tab.GoAsync("/orders/new");
            var form = tab.Page.GetByRole(AriaRole.Form, new() { Name = "The order" });
            var number = await form.Locator(".mono").First.InnerTextAsync();
            await form.GetByLabel("Customer", new() { Exact = true }).FillAsync("ACME");
            await form.GetByRole(AriaRole.Button, new() { Name = "Add a line" }).ClickAsync();
            await form.GetByLabel("Product of line 2").FillAsync(world.Id);

            node.Kill();
            await node.DisposeAsync();
            await Assertions.Expect(tab.Page.Locator("#components-reconnect-modal"))
                .ToContainTextAsync("as of", new() { Timeout = 30_000 });
            await form.GetByLabel("Ship to").FillAsync("FR");
            await using var again = await RunningNode.StartAsync(start);
            await Assertions.Expect(tab.Page.GetByText("What was written here is back."))
                .ToBeVisibleAsync(new() { Timeout = 60_000 });

            await Assertions.Expect(form.Locator(".mono").First).ToHaveTextAsync(number);
            await Assertions.Expect(form.GetByLabel("Ship to")).ToHaveValueAsync("FR");
            await Assertions.Expect(form.GetByLabel("Product of line 2")).ToHaveValueAsync(world.Id);
            await form.GetByRole(AriaRole.Button, new() { Name = "Remove line 1" }).ClickAsync();
            await form.GetByRole(AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();
            await Assertions.Expect(form.GetByLabel("Units")).ToBeFocusedAsync();
            await form.GetByLabel("Units").FillAsync("3");
            (await tab.BarriersAsync()).Should().BeEmpty();
            await form.GetByRole(AriaRole.Button, new() { Name = "Place 3 units" }).DblClickAsync();

            await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex($"/orders/{number}"));
            using var asked = new NodeHttp(again.Url, connections: 1);
            (await Deadline.WaitAsync(TimeSpan.FromSeconds(20), async () =>
                (await asked.GetAsync<SeenPage<object>>($"orders?sku={world.Id}")).Items.Count == 1))
                .Should().NotBeNull("the list shows it, once");
            await tab.GoAsync("/orders/new");
            await Assertions.Expect(form.GetByLabel("Customer", new() { Exact = true })).ToHaveValueAsync("");
            await Assertions.Expect(form.Locator(".mono").First).Not.ToHaveTextAsync(number);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
