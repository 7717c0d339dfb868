using System.Text.Json;
using SupplyChain.Views;

namespace SupplyChain;

public sealed class OpenApiTests(Website site) : IClassFixture<Website>
{
    [Fact]
    public async Task Every_path_of_the_public_surface_is_described()
    {
        var paths = (await site.SendAsync("GET", "/openapi/v1.json")).Body.GetProperty("paths");
        var operations = paths.EnumerateObject().SelectMany(path =>
            path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name[7..]}"));
        operations.Should().BeEquivalentTo(
            "PUT /warehouses/{id}", "GET /warehouses/{id}", "GET /warehouses",
            "POST /warehouses/{id}/close", "POST /warehouses/{id}/open",
            "PUT /products/{sku}", "GET /products/{sku}", "GET /products",
            "PUT /receipts/{id}", "GET /receipts/{id}", "PUT /adjustments/{id}", "GET /adjustments/{id}",
            "GET /stock", "GET /stock/{sku}", "GET /stock/{sku}/{warehouse}", "GET /stock/{sku}/{warehouse}/ledger",
            "PUT /orders/{number}", "GET /orders/{number}", "PATCH /orders/{number}", "GET /orders",
            "POST /quotes", "POST /orders/{number}/resource",
            "GET /orders/{number}/history", "GET /orders/{number}/story", "GET /shipments/{id}/history",
            "POST /shipments/{id}/label",
            "POST /orders/{number}/cancel", "POST /orders/{number}/release",
            "GET /shipments", "GET /shipments/{id}", "POST /shipments/{id}/milestones/{milestoneId}/void",
            "PUT /shipments/{id}/milestones/{milestoneId}", "POST /shipments/{id}/cancel",
            "PUT /transfers/{id}", "GET /transfers/{id}", "GET /transfers/{id}/history", "GET /transfers",
            "POST /transfers/{id}/release", "PUT /transfers/{id}/receipts/{receiptId}", "POST /transfers/{id}/cancel",
            "GET /transfers/export",
            "GET /order-count", "GET /shipment-count", "GET /exception-count", "GET /stock-summary",
            "GET /stock/{sku}/holders", "GET /stock/{sku}/books", "GET /warehouse-summary", "GET /warehouses/{id}/load",
            "GET /exceptions", "GET /exceptions/{id}", "PATCH /exceptions/{id}", "GET /events", "POST /imports",
            "GET /events/stream", "GET /schemas/events", "GET /schemas/events/{type}",
            "GET /consumers", "GET /consumers/{name}", "PUT /consumers/{name}", "DELETE /consumers/{name}",
            "GET /imports", "GET /imports/{id}", "GET /imports/{id}/refused",
            "GET /import-profiles", "GET /import-profiles/{name}", "PUT /import-profiles/{name}",
            "DELETE /import-profiles/{name}",
            "GET /audit", "GET /arrivals/{id}", "GET /export", "POST /customers/{id}/erase",
            "GET /webhooks", "GET /webhooks/{id}", "PUT /webhooks/{id}", "DELETE /webhooks/{id}",
            "POST /webhooks/{id}/pause", "POST /webhooks/{id}/resume", "POST /webhooks/{id}/rotate",
            "POST /webhooks/{id}/test", "POST /webhooks/{id}/replay", "GET /webhooks/{id}/deliveries",
            "GET /keys", "POST /keys", "DELETE /keys/{id}",
            "GET /tenants", "GET /tenants/{id}", "PUT /tenants/{id}", "GET /tenants/{id}/usage", "GET /usage",
            "GET /views/{list}", "GET /views/{list}/{name}", "PUT /views/{list}/{name}", "DELETE /views/{list}/{name}",
            "GET /orders/export", "GET /shipments/export", "GET /stock/export", "GET /stock-summary/export",
            "GET /stock/{sku}/holders/export", "GET /exceptions/export", "GET /warehouses/export",
            "GET /warehouse-summary/export",
            "GET /kpis", "POST /rebuild", "POST /verify", "GET /verify", "GET /status", "POST /silos/{name}/drain",
            "POST /upgrade");
    }

    [Fact]
    public async Task A_list_and_its_file_take_the_same_filters_and_say_what_they_list()
    {
        var paths = (await site.SendAsync("GET", "/openapi/v1.json")).Body.GetProperty("paths");
        foreach (var file in paths.EnumerateObject().Where(IsOfAList))
        {
            var list = paths.GetProperty(file.Name[..^"/export".Length]).GetProperty("get");
            Said(list).Should().ContainAny("ist", "What planners have to look at").And.NotContain("file");
            Said(file.Value.GetProperty("get")).Should().StartWith("All ");
            Names(file.Value.GetProperty("get")).Except(["format", "columns"])
                .Should().Equal(Names(list).Except(["limit", "after"]));
        }

        static bool IsOfAList(JsonProperty path) =>
            path.Name.EndsWith("/export") && path.Name != "/api/v1/export";

        static string Said(JsonElement operation) => operation.GetProperty("summary").GetString()!;

        static IEnumerable<string?> Names(JsonElement operation) => operation.GetProperty("parameters")
            .EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_operation_names_its_body_its_refusals_and_its_problems()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var place = document.GetProperty("paths").GetProperty("/api/v1/orders/{number}").GetProperty("put");
        place.GetProperty("responses").EnumerateObject().Select(response => response.Name).Should().BeEquivalentTo(
            "200", "201", "202", "400", "401", "403", "409", "412", "413", "415", "422", "429", "500", "503");
        place.GetProperty("responses").GetProperty("409").GetProperty("description").GetString()
            .Should().Be("Refused: conflict, warehouse-closed");
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty("PlaceOrder");
        schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo(
            "customer", "shipTo", "lines", "priority", "requestedBy", "occurredAt", "policy");
        schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Should().BeEquivalentTo(
            "customer", "shipTo", "lines");
    }

    [Fact]
    public async Task Every_parameter_of_a_path_is_described_with_how_to_write_an_id()
    {
        var paths = (await site.SendAsync("GET", "/openapi/v1.json")).Body.GetProperty("paths");
        // An exception is named by its kind and its entity, a view by a text: neither is an id of the caller's choice.
        foreach (var path in paths.EnumerateObject().Where(path =>
            path.Name.Contains('{', StringComparison.Ordinal) && path.Name != "/api/v1/exceptions/{id}"
                && !path.Name.StartsWith("/api/v1/views/", StringComparison.Ordinal)))
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var described = operation.Value.GetProperty("parameters").EnumerateArray()
                    .Where(parameter => parameter.GetProperty("in").GetString() == "path").ToArray();
                described.Should().HaveCount(path.Name.Count(letter => letter == '{'), path.Name);
                described.Should().OnlyContain(parameter => parameter.GetProperty("schema")
                    .GetProperty("description").GetString()!.Contains("AB~2F12~20~C3~BC"));
            }
        }
    }

    [Fact]
    public async Task An_operation_names_the_conditions_it_respects()
    {
        var paths = (await site.SendAsync("GET", "/openapi/v1.json")).Body.GetProperty("paths");
        Conditions(paths, "/api/v1/products/{sku}", "put")
            .Should().Equal("If-Match", "If-None-Match", "Idempotency-Key");
        Conditions(paths, "/api/v1/products/{sku}", "get").Should().Equal("If-None-Match");
        Conditions(paths, "/api/v1/products", "get").Should().BeEmpty();
        paths.GetProperty("/api/v1/orders/{number}").GetProperty("get").GetProperty("responses")
            .TryGetProperty("304", out _).Should().BeTrue();
    }

    private static IEnumerable<string?> Conditions(JsonElement paths, string path, string method) =>
        paths.GetProperty(path).GetProperty(method).GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == "header")
            .Select(parameter => parameter.GetProperty("name").GetString());

    [Theory]
    [InlineData("orders", "OrderSummary")]
    [InlineData("shipments", "ShipmentSummary")]
    [InlineData("transfers", "TransferSummary")]
    [InlineData("stock", "StockLevel")]
    [InlineData("products", "ProductDetails")]
    [InlineData("warehouses", "WarehouseDetails")]
    [InlineData("exceptions", "ExceptionEntry")]
    [InlineData("imports", "ImportSummary")]
    public async Task A_list_names_the_fields_of_its_items_that_it_can_be_sorted_by(string list, string item)
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var described = document.GetProperty("paths").GetProperty($"/api/v1/{list}").GetProperty("get")
            .GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.GetProperty("name").GetString() == "sort")
            .GetProperty("description").GetString()!;
        var fields = document.GetProperty("components").GetProperty("schemas").GetProperty(item)
            .GetProperty("properties").EnumerateObject().Select(property => property.Name);
        var named = described["By at most three of ".Length..described.IndexOf(", separated", StringComparison.Ordinal)]
            .Split(", ");
        named.Should().BeSubsetOf(fields).And.HaveCountGreaterThan(5).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Lists_that_may_be_absent_are_lists_of_their_elements()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        schemas.GetProperty("CancelOrder").GetProperty("properties").GetProperty("lines").GetProperty("items")
            .GetProperty("type").GetString().Should().Be("integer");
        schemas.GetProperty("Problem").GetProperty("required").EnumerateArray().Select(name => name.GetString())
            .Should().BeEquivalentTo("type", "title", "status", "code", "errors");
    }

    [Fact]
    public async Task The_document_shows_the_limits_that_are_checked()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var place = schemas.GetProperty("PlaceOrder").GetProperty("properties");
        Limit(place, "lines", "minItems").Should().Be(1);
        Limit(place, "lines", "maxItems").Should().Be(Limits.MaxLines);
        Limit(place, "priority", "minimum").Should().Be(Limits.HighestPriority);
        Limit(place, "priority", "maximum").Should().Be(Limits.LowestPriority);
        Limit(place, "customer", "maxLength").Should().Be(Identifier.MaxLength);
        var line = place.GetProperty("lines").GetProperty("items").GetProperty("properties");
        Limit(line, "quantity", "minimum").Should().Be(1);
        Limit(line, "quantity", "maximum").Should().Be(Limits.MaxQuantity);
        var value = line.GetProperty("value").GetProperty("properties");
        Limit(value, "amount", "maximum").Should().Be((long)Limits.MaxAmount);
        Limit(schemas.GetProperty("PutView").GetProperty("properties"), "query", "maxLength")
            .Should().Be(ViewValidation.MaxQuery);
        Limit(schemas.GetProperty("OrderDetails").GetProperty("properties"), "lines", "maxItems")
            .Should().Be(Limits.MaxLines);
        Limit(schemas.GetProperty("ShipTo").GetProperty("properties"), "name", "maxLength")
            .Should().Be(Limits.MaxText);
    }

    [Fact]
    public async Task Members_that_are_left_out_without_a_value_are_not_required()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var order = document.GetProperty("components").GetProperty("schemas").GetProperty("OrderDetails");
        order.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Should().BeEquivalentTo(
            "number", "status", "version", "customer", "priority", "placedAt", "requestedBy", "shipTo", "policy",
            "lines", "allocations", "shipments", "promise");
        order.GetProperty("properties").EnumerateObject().Select(member => member.Name).Should().Contain(
            ["rejection", "replayed", "wouldMove", "wouldWait", "wouldFill", "orders", "ordersLookedAt"]);
        order.GetProperty("properties").GetProperty("replayed").GetProperty("type").GetString().Should().Be("boolean");
    }

    [Fact]
    public async Task What_the_document_called_something_it_calls_it_for_ever()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var now = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("properties", out _))
            .ToDictionary(schema => schema.Name, schema => string.Join(' ', schema.Value.GetProperty("properties")
                .EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)));
        foreach (var (name, members) in new GoldenLines("Answers/schemas.txt").ReadWith(now))
        {
            now.Should().ContainKey(name);
            now[name].Split(' ').Should().Contain(members.Split(' '), "{0} had them", name);
        }
    }

    private static long Limit(JsonElement members, string member, string limit) =>
        members.GetProperty(member).GetProperty(limit).GetInt64();

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = (await site.SendAsync("GET", "/openapi/v1.json")).Body;
        var references = References(document).Distinct().ToArray();
        references.Should().NotBeEmpty();
        foreach (var reference in references)
        {
            var found = reference[2..].Split('/').Aggregate(
                (JsonElement?)document,
                (at, name) => at?.TryGetProperty(name, out var next) == true ? next : null);
            found.Should().NotBeNull(reference);
        }
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member is { Name: "$ref", Value.ValueKind: JsonValueKind.String }
                ? [member.Value.GetString()!]
                : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
