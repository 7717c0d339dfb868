using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;
using static SupplyChain.Access.ScopedWorld;

namespace SupplyChain.Access;

/// <summary>What a key sees that is limited to one warehouse, and what it moves.</summary>
public sealed partial class ScopeTests(ScopedWorld world) : IClassFixture<ScopedWorld>
{
    private const string Denied = $"The key is limited to warehouses {Own}.";

    /// <summary>What is open to a limited key, a second time; everything else is closed to it.</summary>
    private static readonly string[] Open =
    [
        "GET /openapi/v1.json", "GET /api/v1/adjustments/{id}", "PUT /api/v1/adjustments/{id}",
        "GET /api/v1/exception-count", "GET /api/v1/exceptions", "GET /api/v1/exceptions/export",
        "GET /api/v1/exceptions/{id}", "PATCH /api/v1/exceptions/{id}", "GET /api/v1/kpis", "GET /api/v1/order-count",
        "GET /api/v1/orders", "GET /api/v1/orders/export", "GET /api/v1/orders/{number}",
        "GET /api/v1/orders/{number}/history", "POST /api/v1/orders/{number}/release",
        "GET /api/v1/orders/{number}/story", "GET /api/v1/products", "GET /api/v1/products/{sku}",
        "GET /api/v1/receipts/{id}", "PUT /api/v1/receipts/{id}", "GET /api/v1/schemas/events",
        "GET /api/v1/schemas/events/{type}", "GET /api/v1/shipment-count", "GET /api/v1/shipments",
        "GET /api/v1/shipments/export", "GET /api/v1/shipments/{id}", "POST /api/v1/shipments/{id}/cancel",
        "GET /api/v1/shipments/{id}/history", "POST /api/v1/shipments/{id}/label",
        "PUT /api/v1/shipments/{id}/milestones/{milestoneId}",
        "POST /api/v1/shipments/{id}/milestones/{milestoneId}/void", "GET /api/v1/status", "GET /api/v1/stock",
        "GET /api/v1/stock-summary", "GET /api/v1/stock-summary/export", "GET /api/v1/stock/export",
        "GET /api/v1/stock/{sku}", "GET /api/v1/stock/{sku}/books", "GET /api/v1/stock/{sku}/holders",
        "GET /api/v1/stock/{sku}/holders/export", "GET /api/v1/stock/{sku}/{warehouse}",
        "GET /api/v1/stock/{sku}/{warehouse}/ledger", "GET /api/v1/transfers", "GET /api/v1/transfers/export",
        "GET /api/v1/transfers/{id}", "PUT /api/v1/transfers/{id}", "POST /api/v1/transfers/{id}/cancel",
        "GET /api/v1/transfers/{id}/history", "PUT /api/v1/transfers/{id}/receipts/{receiptId}",
        "POST /api/v1/transfers/{id}/release", "GET /api/v1/views/{list}", "DELETE /api/v1/views/{list}/{name}",
        "GET /api/v1/views/{list}/{name}", "PUT /api/v1/views/{list}/{name}", "GET /api/v1/warehouse-summary",
        "GET /api/v1/warehouse-summary/export", "GET /api/v1/warehouses", "GET /api/v1/warehouses/export",
        "GET /api/v1/warehouses/{id}", "POST /api/v1/warehouses/{id}/close", "GET /api/v1/warehouses/{id}/load",
        "POST /api/v1/warehouses/{id}/open",
    ];

    private static readonly string[] Lists =
    [
        "/api/v1/orders", "/api/v1/shipments", "/api/v1/transfers", "/api/v1/exceptions", "/api/v1/stock",
        "/api/v1/warehouses", "/api/v1/warehouse-summary", $"/api/v1/stock/{Other}-PUMP/holders",
    ];

    private static readonly string[] Entities =
    [
        $"orders/{Other}-1", $"orders/{Other}-1/history", $"orders/{Other}-1/story", $"orders/{Other}-2",
        $"orders/{Other}-1?asOf=1", $"shipments/{Other}-1~1", $"shipments/{Other}-1~1/history",
        $"shipments/{Other}-1~1?asOf=1", $"transfers/{Other}-T-FAR", $"transfers/{Other}-T-FAR/history",
        $"transfers/{Other}-T-FAR?asOf=1", $"warehouses/{Other}", $"receipts/{Other}-RC", $"adjustments/{Other}-ADJ",
        $"stock/{Other}-PUMP/{Other}/ledger", $"stock/{Other}-PUMP/{Other}?asOf=1", $"stock/{Other}-PUMP/books",
    ];

    /// <summary>Orders that both warehouses serve, and transfers between them, name both.</summary>
    private static readonly string[] Shared = ["BOTH-1", "BOTH-2", "T-IN", $"{Own}-T-OUT"];

    [Fact]
    public async Task Every_path_that_is_not_in_the_table_is_closed_to_limited_keys()
    {
        var operations = await OperationsAsync();
        operations.Should().Contain(Open.Where(one => one.Contains("/api/", StringComparison.Ordinal)));
        var wrong = new List<string>();
        foreach (var operation in operations.Append("GET /openapi/v1.json"))
        {
            var (method, path) = (operation.Split(' ')[0], Parameter().Replace(operation.Split(' ')[1], "X-1"));
            var (status, text) = await SaysAsync(
                method, path, Role.Planner, method is "GET" or "DELETE" ? null : "{}");
            var isClosed = status == 403;
            if (isClosed == Open.Contains(operation) || (isClosed && !text.Contains(Denied, StringComparison.Ordinal)))
                wrong.Add($"{operation}: {status} {text}");
        }
        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Planner)]
    public async Task Lists_and_their_files_show_nothing_of_another_warehouse(Role role)
    {
        foreach (var list in Lists)
        {
            foreach (var query in new[] { "", "?limit=1000", $"?warehouse={Other}", $"?q={Other}" })
            {
                var (status, text) = await SaysAsync("GET", list + query, role);
                if (status is 400 or 422)
                    continue; // That list has no such filter.
                status.Should().Be(200, $"{list}{query}: {text}");
                Without(text).Should().NotContain(Other, $"{list}{query} is cut");
            }
            var export = await SaysAsync("GET", $"{list}/export?format=csv", role);
            Without(export.Text).Should().NotContain(Other, $"the file of {list} is cut");
        }
        foreach (var list in Lists)
        {
            var all = await world.AskAsync("GET", $"{list}?limit=1000", world.KeyOf(nameof(Role.Viewer)));
            all.Text.Should().Contain(Other, $"{list} has some for a key without a limit");
        }
    }

    [Fact]
    public async Task Every_order_of_a_list_is_cut_the_same_way()
    {
        foreach (var (list, fields) in new[]
        {
            ("orders", Orders.OrderSummary.SortFields), ("shipments", Shipments.ShipmentSummary.SortFields),
            ("transfers", Transfers.TransferSummary.SortFields), ("stock", Inventory.StockLevel.SortFields),
            ("exceptions", Operations.ExceptionEntry.SortFields), ("warehouses", Network.WarehouseDetails.SortFields),
        })
        {
            foreach (var sort in fields.SelectMany(field => new[] { field, $"-{field}" }))
            {
                var (status, text) = await SaysAsync("GET", $"/api/v1/{list}?sort={sort}", Role.Viewer);
                status.Should().Be(200, text);
                Without(text).Should().NotContain(Other, $"{list} by {sort}");
                text.Should().Contain(Own);
            }
        }
    }

    [Fact]
    public async Task Another_warehouses_entity_does_not_exist()
    {
        foreach (var entity in Entities)
        {
            (await SaysAsync("GET", $"/api/v1/{entity}", Role.Planner)).Status.Should().Be(404, entity);
            var known = await world.AskAsync("GET", $"/api/v1/{entity}", world.KeyOf(nameof(Role.Viewer)));
            known.Status.Should().Be(200, $"{entity} is there: {known.Text}");
            var own = entity.Replace(Other, Own, StringComparison.Ordinal)
                .Replace("T-FAR", "T-OUT", StringComparison.Ordinal);
            (await SaysAsync("GET", $"/api/v1/{own}", Role.Planner)).Status.Should().Be(200, own);
        }
        foreach (var shared in new[] { "orders/BOTH-1", "orders/BOTH-1/story", "transfers/T-IN" })
            (await SaysAsync("GET", $"/api/v1/{shared}", Role.Viewer)).Text.Should().Contain(Other, "it is seen whole");
    }

    [Fact]
    public async Task Figures_are_of_the_own_warehouse_alone()
    {
        (await SaysAsync("GET", $"/api/v1/stock/{Other}-PUMP", Role.Viewer)).Text.Should().Contain("\"onHand\":0");
        (await SaysAsync("GET", $"/api/v1/stock/{Other}-PUMP/{Other}", Role.Viewer)).Status.Should().Be(404);
        (await SaysAsync("GET", $"/api/v1/warehouses/{Other}/load", Role.Viewer)).Status.Should().Be(404);
        (await SaysAsync("GET", "/api/v1/order-count", Role.Viewer)).Text.Should().Contain("\"orders\":5");
        (await SaysAsync("GET", "/api/v1/shipment-count", Role.Viewer)).Text.Should().Contain("\"shipments\":1");
        (await SaysAsync("GET", "/api/v1/kpis", Role.Viewer)).Status.Should().Be(200);
        (await SaysAsync("GET", "/api/v1/kpis?groupBy=warehouse", Role.Viewer)).Text.Should().NotContain(Other);
        foreach (var grouping in new[] { "mode", "country", "customer" })
        {
            var (status, text) = await SaysAsync("GET", $"/api/v1/kpis?groupBy={grouping}", Role.Viewer);
            status.Should().Be(403);
            text.Should().Contain(Denied).And.Contain("grouped by warehouse");
        }
        (await SaysAsync("GET", "/api/v1/status", Role.Viewer)).Text.Should().NotContain(Other);
    }

    private Task<(int Status, string Text)> SaysAsync(string method, string path, Role role, string? body = null) =>
        world.AskAsync(method, path, world.LimitedKeyOf(role), body);

    /// <summary>The rows of an answer without those that name both warehouses.</summary>
    private static string Without(string text)
    {
        if (!text.StartsWith('{'))
            return string.Join('\n', text.Split('\n').Where(line => !Shared.Any(line.Contains)));
        using var document = JsonDocument.Parse(text);
        return string.Join('\n', document.RootElement.GetProperty("items").EnumerateArray()
            .Select(item => item.GetRawText()).Where(item => !Shared.Any(item.Contains)));
    }

    private async Task<string[]> OperationsAsync()
    {
        using var document = JsonDocument.Parse(
            (await SaysAsync("GET", "/openapi/v1.json", Role.Viewer)).Text);
        return
        [
            .. document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value
                .EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")),
        ];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
