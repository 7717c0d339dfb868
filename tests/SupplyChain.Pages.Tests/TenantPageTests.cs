using System.Collections.Concurrent;
using System.Text;

namespace SupplyChain;

/// <summary>Live pages of two tenants at one node.</summary>
public sealed class TenantPageTests
{
    [Fact]
    public async Task An_order_appears_live_to_visitors_of_its_tenant_and_not_a_byte_of_it_to_others()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-tenant-page-");
        try
        {
            var admin = await Keys.CreateAsync(data.FullName, "admin");
            await using var node = await RunningNode.StartAsync(
                new NodeStart(data.FullName) { Options = ["--environment", "Production"] });
            using var ofHome = new NodeHttp(node.Url, connections: 1) { Key = admin };
            await ofHome.PutAsync("tenants/acme", new { name = "Acme Ltd" });
            var admins = await Keys.CreateAsync(ofHome, new { name = "First admin", role = "Admin", tenant = "acme" });
            using var ofAcme = new NodeHttp(node.Url, connections: 1) { Key = admins };
            var (homes, acmes) = (await SmallWorld.WithAsync(ofHome, 5), await SmallWorld.WithAsync(ofAcme, 5));
            await using var browser = await Chromium.StartAsync();
            await using var home = await VisitAsync(browser, node, ofHome);
            await using var acme = await VisitAsync(browser, node, ofAcme);

            await homes.OrderedAsync(1);
            await AppearsAsync(home.Tab, homes.Id);
            await acmes.OrderedAsync(2);
            await AppearsAsync(acme.Tab, acmes.Id);

            home.Heard.Should().Contain(homes.Id, "that is how it appeared").And.NotContain(acmes.Id);
            acme.Heard.Should().Contain(acmes.Id).And.NotContain(homes.Id);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>A planner who looks at the orders, of which there are none.</summary>
    private static async Task<Visit> VisitAsync(Chromium browser, RunningNode node, NodeHttp http)
    {
        var key = await Keys.CreateAsync(http, new { name = "Vera", role = "Planner" });
        var visit = new Visit(await browser.TabAsync(node.Url, 1440, 900, dark: false, script: true));
        await visit.Tab.SignInAsync("/orders", key);
        await Assertions.Expect(visit.Tab.Page.Locator("main h2")).ToHaveTextAsync("No orders yet");
        return visit;
    }

    /// <summary>It is counted as new by itself, and is the only one when that is shown.</summary>
    private static async Task AppearsAsync(Tab tab, string order)
    {
        await Assertions.Expect(tab.Page.Locator(".news")).ToContainTextAsync(
            "new order matches", new() { Timeout = 15_000 });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("[data-row]")).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Page.Locator("[data-row]")).ToContainTextAsync(order);
        tab.Complaints.Should().BeEmpty();
    }

    /// <summary>A tab, and what the node tells its live page.</summary>
    private sealed class Visit : IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> _heard = new();

        public Visit(Tab tab)
        {
            Tab = tab;
            tab.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
                _heard.Enqueue(frame.Text ?? Encoding.UTF8.GetString(frame.Binary!));
        }

        public Tab Tab { get; }

        public string Heard => string.Concat(_heard);

        public ValueTask DisposeAsync() => Tab.DisposeAsync();
    }
}
