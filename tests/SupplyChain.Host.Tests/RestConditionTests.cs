using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestConditionTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Theory]
    [InlineData("warehouses", """{"name":"A"}""", """{"name":"B"}""", "name")]
    [InlineData("products", """{"description":"A"}""", """{"description":"B"}""", "description")]
    public async Task Master_data_that_exists_is_not_replaced_by_whoever_wants_to_create_it(
        string kind, string first, string second, string member)
    {
        var path = $"{kind}/{_world.Id("N")}";
        (await node.SendAsync("PUT", path, first, ifNoneMatch: "*")).Should(201);
        (await node.SendAsync("PUT", path, second, ifNoneMatch: "*")).ShouldBeProblem(412, "version-mismatch");
        (await node.SendAsync("PUT", path, first, ifNoneMatch: "*")).ShouldBeProblem(412, "version-mismatch");
        var kept = await node.SendAsync("GET", path);
        kept[member].GetString().Should().Be("A");
        kept["version"].GetInt64().Should().Be(1);
    }

    [Fact]
    public async Task Of_many_who_create_the_same_warehouse_one_succeeds()
    {
        var path = $"warehouses/{_world.Id("W")}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            node.SendAsync("PUT", path, $$"""{"name":"{{number}}"}""", ifNoneMatch: "*")));
        answers.Select(answer => answer.Status).Order().Should().Equal([201, .. Enumerable.Repeat(412, 19)]);
        var winner = Array.FindIndex(answers, answer => answer.Status == 201);
        (await node.SendAsync("GET", path))["name"].GetString().Should().Be($"{winner}");
    }

    [Fact]
    public async Task A_document_is_created_only_if_it_does_not_exist()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 10);
        await CreatedOnceAsync($"orders/{_world.Id("O")}", RestWorld.Order(sku, 1));
        await CreatedOnceAsync(
            $"receipts/{_world.Id("R")}",
            $$"""{"warehouse":"{{warehouse}}","lines":[{"sku":"{{sku}}","quantity":5}]}""");
        await CreatedOnceAsync(
            $"adjustments/{_world.Id("A")}",
            $$"""{"warehouse":"{{warehouse}}","sku":"{{sku}}","delta":3,"reason":"count"}""");
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("onHand").GetInt64().Should().Be(18);
        var shipment = await ReleasedAsync(sku);
        await CreatedOnceAsync($"shipments/{shipment}/milestones/M-1", """{"kind":"picked"}""");
        await CreatedOnceAsync($"shipments/{shipment}/milestones/M-2", """{"kind":"packed"}""");
    }

    [Theory]
    [InlineData("*", 200)]
    [InlineData("\"1\"", 200)]
    [InlineData("\"9\", ,W/\"1\" , \"1\"", 200)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"2\"", 412)]
    [InlineData("\"01\"", 412)]
    [InlineData("\"33a64df5-4\",\"a,b\"", 412)]
    [InlineData("1", 400)]
    [InlineData("* , \"1\"", 400)]
    public async Task A_change_is_made_to_the_version_the_caller_saw(string ifMatch, int status)
    {
        var path = $"products/{_world.Id("P")}";
        (await node.SendAsync("PUT", path, """{"description":"A"}""")).Should(201);
        (await node.SendAsync("PUT", path, """{"description":"B"}""", ifMatch)).Should(status);
        (await node.SendAsync("GET", path))["description"].GetString().Should().Be(status == 200 ? "B" : "A");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"0\"")]
    [InlineData("\"1\"")]
    public async Task What_does_not_exist_has_no_version_to_match(string ifMatch)
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 1);
        (string Path, string Body)[] documents =
        [
            ($"products/{_world.Id("P")}", """{"description":"A"}"""),
            ($"orders/{_world.Id("O")}", RestWorld.Order(sku, 1)),
            ($"receipts/{_world.Id("R")}",
                $$"""{"warehouse":"{{warehouse}}","lines":[{"sku":"{{sku}}","quantity":5}]}"""),
        ];
        foreach (var (path, body) in documents)
        {
            (await node.SendAsync("PUT", path, body, ifMatch)).ShouldBeProblem(412, "version-mismatch");
            (await node.SendAsync("GET", path)).Should(404);
        }
    }

    [Theory]
    [InlineData("\"1\"", 304)]
    [InlineData("W/\"1\"", 304)]
    [InlineData("\"x\", W/\"1\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"2\"", 200)]
    [InlineData("nonsense", 400)]
    public async Task Who_has_an_entity_already_does_not_get_it_again(string ifNoneMatch, int status)
    {
        var path = $"products/{_world.Id("P")}";
        (await node.SendAsync("PUT", path, """{"description":"A"}""")).Should(201);
        foreach (var method in (string[])["GET", "HEAD"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
            using var response = await node.Http.SendAsync(request);
            ((int)response.StatusCode).Should().Be(status);
            if (status != 304)
                continue;
            response.Headers.ETag!.ToString().Should().Be("\"1\"");
            (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        }

        (await node.SendAsync("GET", $"products/{_world.Id("P")}", ifNoneMatch: "*")).Should(404);
    }

    [Fact]
    public async Task What_has_to_match_is_looked_at_before_what_must_not()
    {
        var path = $"products/{_world.Id("P")}";
        (await node.SendAsync("PUT", path, """{"description":"A"}""")).Should(201);
        (await node.SendAsync("GET", path, ifMatch: "\"2\"", ifNoneMatch: "\"1\"")).Should(412);
        (await node.SendAsync("PUT", path, """{"description":"B"}""", "\"1\"", "\"1\"")).Should(412);
        (await node.SendAsync("PUT", path, """{"description":"B"}""", "\"1\"", "\"2\"")).Should(200);
    }

    /// <summary>Sent again under the condition it is refused; without one it is the repeat it always was.</summary>
    private async Task CreatedOnceAsync(string path, string body)
    {
        (await node.SendAsync("PUT", path, body, ifNoneMatch: "*")).Should(201);
        (await node.SendAsync("PUT", path, body, ifNoneMatch: "*")).ShouldBeProblem(412, "version-mismatch");
        (await node.SendAsync("PUT", path, body)).Should(200)["replayed"].GetBoolean().Should().BeTrue();
    }

    private async Task<string> ReleasedAsync(string sku)
    {
        var (order, shipment) = (_world.Id("O"), _world.Id("S"));
        (await node.SendAsync("PUT", $"orders/{order}", RestWorld.Order(sku, 1))).Should(201);
        (await node.SendAsync(
            "POST", $"orders/{order}/release", $$"""{"shipments":[{"id":"{{shipment}}","lines":[1]}]}""")).Should(200);
        return shipment;
    }
}
