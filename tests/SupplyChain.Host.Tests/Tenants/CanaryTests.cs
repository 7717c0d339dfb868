using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using SupplyChain.Access;
using Xunit;

namespace SupplyChain.Tenants;

/// <summary>What belongs to one tenant no caller of another sees: in no list, file, feed, webhook or page.</summary>
[Collection(nameof(TwoTenants))]
public sealed class CanaryTests(TwoTenants node)
{
    /// <summary>What begins the canary's texts and its product's id.</summary>
    private const string Any = "canary-";

    /// <summary>Paths that answer nothing of a tenant's documents.</summary>
    private static readonly string[] WithoutDocuments =
    [
        "/api/v1/status", "/api/v1/verify", "/api/v1/tenants", "/api/v1/tenants/{id}", "/api/v1/schemas/events",
        "/api/v1/schemas/events/{type}", "/api/v1/kpis", "/api/v1/order-count", "/api/v1/shipment-count",
        "/api/v1/exception-count", "/api/v1/stock/{sku}/books", "/api/v1/stock/{sku}/{warehouse}",
        "/api/v1/stock/{sku}/{warehouse}/ledger", "/api/v1/stock/{sku}", "/api/v1/receipts/{id}",
        "/api/v1/transfers", "/api/v1/transfers/export", "/api/v1/transfers/{id}", "/api/v1/transfers/{id}/history",
        "/api/v1/warehouses/{id}/load", "/api/v1/consumers", "/api/v1/consumers/{name}", "/api/v1/imports",
        "/api/v1/usage", "/api/v1/tenants/{id}/usage",
    ];

    private static readonly string[] Roles = Enum.GetNames<Role>();

    [Fact]
    public async Task No_address_answers_a_byte_of_another_tenants()
    {
        var crawl = new Crawl(node, node.OfHome);
        var (read, leaks) = (0, new List<string>());
        foreach (var path in await Crawl.PathsAsync(node))
        {
            foreach (var (address, accept) in crawl.AddressesOf(path))
            {
                foreach (var role in Roles)
                {
                    var (status, text) = await crawl.ReadAsync(address, node.KeyOf(role), accept);
                    read += status is 200 ? 1 : 0;
                    if (status >= 500 || Holds(text))
                        leaks.Add($"{address} as {accept} by {role}: {status}");
                }
            }
        }
        leaks.Should().BeEmpty();
        read.Should().BeGreaterThan(500, "most of it is answered");
    }

    [Fact]
    public async Task The_other_tenants_own_callers_see_all_of_it_under_the_same_addresses()
    {
        var crawl = new Crawl(node, node.OfOther);
        var without = new List<string>();
        foreach (var path in await Crawl.PathsAsync(node))
        {
            var (address, accept) = crawl.AddressesOf(path)
                .Last(one => one.Accept != "text/csv" && !one.Address.Contains("asOf"));
            if (path.Name is "/api/v1/events")
                (address, accept) = ("/api/v1/events?limit=1000", "application/json");
            if (path.Name.EndsWith("/export", StringComparison.Ordinal))
                (address, accept) = ($"{address.Split('?')[0]}?format=csv", "*/*");
            var (_, text) = await crawl.ReadAsync(address, node.KeyOf(TwoTenants.Other, "Admin"), accept);
            if (!text.Contains(Any, StringComparison.OrdinalIgnoreCase))
                without.Add(path.Name);
        }
        without.Should().BeSubsetOf(WithoutDocuments);
    }

    [Fact]
    public async Task No_page_shows_a_byte_of_another_tenants_and_each_shows_its_own()
    {
        var crawl = new Crawl(node, node.OfHome);
        var (leaks, own) = (new List<string>(), new List<string>());
        foreach (var page in crawl.Pages())
        {
            foreach (var role in Roles)
            {
                var (status, text) = await crawl.ReadAsync(page, node.KeyOf(role), "text/html");
                if (status >= 500 || Holds(text))
                    leaks.Add($"{page} by {role}: {status}");
            }
            var (_, theirs) = await crawl.ReadAsync(page, node.KeyOf(TwoTenants.Other, "Admin"), "text/html");
            if (theirs.Contains(Any, StringComparison.Ordinal))
                own.Add(page);
            theirs.Should().NotContain("plain Hamburg").And.NotContain("plain pump");
        }
        leaks.Should().BeEmpty();
        own.Should().Contain(["/", "/orders/ERP-1", "/warehouses/HAM", "/inventory/PUMP-1", "/integrations"]);
    }

    [Fact]
    public async Task The_feed_has_a_tenants_own_events_alone()
    {
        var (home, other) = (
            await new Crawl(node, node.OfHome).FeedAsync(node.KeyOf("Viewer")),
            await new Crawl(node, node.OfOther).FeedAsync(node.KeyOf(TwoTenants.Other, "Viewer")));

        home.Should().NotContain(Any).And.Contain("plain pump").And.NotContain("\"/beta\"");
        other.Should().Contain(TwoTenants.Canary).And.Contain(TwoTenants.CanarySku)
            .And.NotContain("plain").And.NotContain("\"/demo\"");
    }

    [Fact]
    public async Task A_webhook_delivers_its_tenants_events_alone()
    {
        await DeliveredAsync("/other/", TwoTenants.CanarySku);
        await DeliveredAsync("/home/", "plain-sku");

        node.Received.Where(one => one.Path.StartsWith("/home/", StringComparison.Ordinal)).Should()
            .OnlyContain(one => !one.Body.Contains(Any) && one.Body.Contains("\"source\":\"/demo\""));
        node.Received.Where(one => one.Path.StartsWith("/other/", StringComparison.Ordinal)).Should()
            .OnlyContain(one => !one.Body.Contains("plain") && one.Body.Contains("\"source\":\"/beta\""));
    }

    [Fact]
    public async Task Neither_metrics_nor_the_log_hold_what_a_tenant_wrote()
    {
        var (status, metrics) = await node.AskAsync("GET", "/metrics", node.KeyOf("Operator"), accept: "*/*");

        status.Should().Be(200);
        metrics.Should().Contain("supplychain").And.NotContain(Any);
        var log = node.Logged();
        log.Should().Contain("dbug", "everything is logged");
        var said = log.IndexOf(TwoTenants.Canary, StringComparison.Ordinal);
        (said < 0 ? "" : log[Math.Max(0, said - 300)..Math.Min(log.Length, said + 100)]).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_tenant_does_under_the_same_ids_changes_nothing_of_another()
    {
        var third = await ThirdAsync();
        var before = await SeenAsync();
        (string Method, string Path, string? Body)[] writes =
        [
            ("PUT", "products/PUMP-1", """{"description":"changed"}"""),
            ("PUT", "warehouses/HAM", """{"name":"changed","country":"DE","latitude":50,"longitude":9}"""),
            ("PUT", "receipts/R-9", """{"warehouse":"HAM","lines":[{"sku":"PUMP-1","quantity":1}]}"""),
            ("PATCH", "orders/ERP-2", """{"priority":5}"""),
            ("POST", "orders/ERP-2/cancel", """{"reason":"changed"}"""),
            ("POST", "transfers/T-1/cancel", """{"reason":"changed"}"""),
            ("POST", $"customers/{TwoTenants.CanarySku}-customer/erase", null),
            ("POST", "customers/plain-sku-customer/erase", null),
            ("DELETE", "views/orders/mine", null),
            ("DELETE", "import-profiles/mine", null),
            ("DELETE", "consumers/mirror", null),
            ("POST", "warehouses/HAM/close", """{"reason":"changed"}"""),
            ("DELETE", "webhooks/hook", null),
        ];
        foreach (var (method, path, body) in writes)
        {
            var (status, said) = await node.AskAsync(method, $"/api/v1/{path}", third, body);
            status.Should().BeInRange(200, 204, $"{method} {path}: {said}");
        }

        (await SeenAsync()).Should().Equal(before);
    }

    /// <summary>
    /// An administrator of a third tenant, with the ids of the others: other tests read what the home tenant has.
    /// </summary>
    private async Task<string> ThirdAsync()
    {
        var admin = node.KeyOf("Admin");
        await node.AskAsync("PUT", "/api/v1/tenants/third", admin, """{"name":"Third"}""");
        var (status, body) = await node.AskAsync(
            "POST", "/api/v1/keys", admin, """{"name":"third","role":"Admin","tenant":"third"}""");
        status.Should().Be(201, body);
        var key = JsonDocument.Parse(body).RootElement.GetProperty("key").GetString()!;
        await TenantDocuments.WriteAsync(node, key, "plain", "plain-sku", "http://127.0.0.1:9/");
        return key;
    }

    /// <summary>What the other tenant has, as its administrator sees it.</summary>
    private async Task<Dictionary<string, string>> SeenAsync()
    {
        var seen = new Dictionary<string, string>();
        string[] paths =
        [
            "products/PUMP-1", "warehouses/HAM", "stock/PUMP-1", "orders/ERP-1", "orders/ERP-2", "transfers/T-1",
            "views/orders/mine", "import-profiles/mine", "webhooks", "products", "warehouses", "orders", "transfers",
            "exceptions", "imports", "keys", $"exceptions/{Uri.EscapeDataString(node.OfOther.Ids["exceptions/{id}"])}",
        ];
        foreach (var path in paths)
        {
            var (status, body) = await node.AskAsync(
                "GET", $"/api/v1/{path}", node.KeyOf(TwoTenants.Other, "Admin"));
            status.Should().Be(200, path);
            seen[path] = path == "webhooks" ? WithoutPosition(body) : body;
        }
        return seen;
    }

    /// <summary>A webhook's position passes over events of every tenant, whenever its actor comes to it.</summary>
    private static string WithoutPosition(string webhooks) =>
        Regex.Replace(webhooks, "\"position\":\"[^\"]+\"", "\"position\":\"\"");

    /// <summary>Whether an answer holds something of the other tenant.</summary>
    private static bool Holds(string text) => text.Contains(Any, StringComparison.OrdinalIgnoreCase);

    private async Task DeliveredAsync(string path, string word)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!node.Received.Any(one =>
            one.Path.StartsWith(path, StringComparison.Ordinal) && one.Body.Contains(word)))
        {
            await Task.Delay(50, deadline.Token);
        }
    }
}
