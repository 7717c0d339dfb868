using System.Text;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestMalformedTests(RestNode node)
{
    private const string Huge = "99999999999999999999";

    private readonly RestWorld _world = new(node);

    [Theory]
    [InlineData("", 400, "")]
    [InlineData("{", 400, "")]
    [InlineData("[1]", 400, "")]
    [InlineData("""{"customer":1,"shipTo":{"country":"FR"},"lines":[$]}""", 400, "/customer")]
    [InlineData("""{"customer":"a b","shipTo":{"country":"FR"},"lines":[$]}""", 400, "/customer")]
    [InlineData("""{"customer":"A","shipTo":{"country":"FR"},"lines":[$],"extra":1}""", 400, "/extra")]
    [InlineData("""{"customer":"A","shipTo":{"country":"FR"},"lines":[$,$]}""", 422, "/lines/1/line")]
    [InlineData("""{"customer":"A","shipTo":{"country":"FR"},"lines":[]}""", 422, "/lines")]
    [InlineData("""{"customer":"A","shipTo":{"country":"FR"}}""", 422, "/lines")]
    [InlineData("""{"customer":"A","shipTo":{"country":"France"},"lines":[$]}""", 422, "/shipTo/country")]
    [InlineData("""{"customer":"A","shipTo":{"country":"FR"},"priority":0,"lines":[$]}""", 422, "/priority")]
    public async Task A_malformed_order_is_named_and_nothing_is_applied(string body, int status, string pointer)
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        var line = $$"""{"line":1,"sku":"{{sku}}","quantity":1}""";
        var answer = await node.SendAsync("PUT", $"orders/{number}", body.Replace("$", line, StringComparison.Ordinal));
        answer.ShouldBeProblem(status, status == 400 ? "bad-request" : "invalid");
        answer.Errors.Select(error => error.Where).Should().Contain(pointer);
        await NothingHappenedAsync(number, sku);
    }

    [Theory]
    [InlineData("0", 422)]
    [InlineData("-1", 422)]
    [InlineData("1000000001", 422)]
    [InlineData("9223372036854775807", 422)]
    [InlineData(Huge, 400)]
    [InlineData("1.5", 400)]
    [InlineData("15e-1", 400)]
    [InlineData("9223372036854775808.0", 400)]
    [InlineData("1e19", 400)]
    [InlineData("1e-999999999999", 400)]
    [InlineData("-0.0", 422)]
    [InlineData("\"1\"", 400)]
    [InlineData("true", 400)]
    [InlineData("null", 400)]
    public async Task A_quantity_nobody_can_mean_is_named_and_nothing_is_applied(string quantity, int status)
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        var answer = await node.SendAsync("PUT", $"orders/{number}", $$"""
            {"customer":"A","shipTo":{"country":"FR"},"lines":[{"line":1,"sku":"{{sku}}","quantity":{{quantity}}}]}
            """);
        answer.Should(status).Errors.Select(error => error.Where).Should().Equal("/lines/0/quantity");
        await NothingHappenedAsync(number, sku);
    }

    [Theory]
    [InlineData("5.0", 5)]
    [InlineData("5e0", 5)]
    [InlineData("1.50e1", 15)]
    [InlineData("0.5E+1", 5)]
    [InlineData("100e-2", 1)]
    [InlineData("123456789.000", 123_456_789)]
    public async Task A_whole_number_is_one_however_it_is_written(string quantity, long units)
    {
        var (sku, number) = (await _world.ProductAsync(), _world.Id("O"));
        string Body(string line, string written) => $$"""
            {"customer":"A","shipTo":{"country":"FR"},"priority":3.0,
             "lines":[{"line":{{line}},"sku":"{{sku}}","quantity":{{written}}}]}
            """;
        var placed = (await node.SendAsync("PUT", $"orders/{number}", Body("1.0", quantity))).Should(201);
        placed["lines"][0].GetProperty("quantity").GetInt64().Should().Be(units);
        (await node.SendAsync("PUT", $"orders/{number}", Body("1", $"{units}"))).Should(200);
        (await node.SendAsync("POST", $"orders/{number}/cancel", """{"reason":"x","lines":[1e0]}""")).Should(200);
    }

    [Theory]
    [InlineData("1e-30", 422)]
    [InlineData("0.000000000000000000000000000001", 422)]
    [InlineData("1.23456789012345678901234567891", 422)]
    [InlineData("1e400", 400)]
    [InlineData("0e-400", 201)]
    [InlineData("0.10000000000000000000000000000000000000", 201)]
    public async Task An_amount_is_kept_exactly_or_refused(string amount, int status)
    {
        var (sku, number) = (await _world.ProductAsync(), _world.Id("O"));
        var answer = await node.SendAsync("PUT", $"orders/{number}", $$"""
            {"customer":"A","shipTo":{"country":"FR"},"lines":[{"line":1,"sku":"{{sku}}","quantity":1,
             "value":{"amount":{{amount}},"currency":"EUR"} }]}
            """);
        answer.Should(status);
        if (status != 201)
            answer.Errors.Select(error => error.Where).Should().Equal("/lines/0/value/amount");
        (await node.SendAsync("GET", $"orders/{number}")).Should(status == 201 ? 200 : 404);
    }

    [Theory]
    [InlineData("1e-400", 422)]
    [InlineData("-1E-400", 422)]
    [InlineData("1e400", 400)]
    [InlineData("0.0e-400", 201)]
    [InlineData("1e-9", 201)]
    public async Task A_weight_is_not_rounded_to_nothing(string weight, int status)
    {
        var answer = await node.SendAsync(
            "PUT", $"products/{_world.Id("P")}", $$"""{"description":"Pump","unitWeightKg":{{weight}}}""");
        answer.Should(status);
        if (status != 201)
            answer.Errors.Select(error => error.Where).Should().Equal("/unitWeightKg");
    }

    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("EL", "GR")]
    [InlineData("de", "DE")]
    [InlineData("DEU", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData("Österreich", "AT")]
    [InlineData("ZZ", null)]
    [InlineData("EU", null)]
    [InlineData("XX", null)]
    [InlineData("XK", null)]
    public async Task A_code_that_is_assigned_to_no_country_is_refused_with_the_one_that_was_meant(
        string country, string? meant)
    {
        var (sku, number, warehouse) = (await _world.ProductAsync(), _world.Id("O"), _world.Id("W"));
        var order = await node.SendAsync("PUT", $"orders/{number}", RestWorld.Order(sku, 1).Replace(
            "FR", country, StringComparison.Ordinal));
        order.ShouldBeProblem(422, "invalid").Errors.Should().Equal(("/shipTo/country", "invalid"));
        var site = await node.SendAsync("PUT", $"warehouses/{warehouse}", $$"""{"name":"A","country":"{{country}}"}""");
        site.ShouldBeProblem(422, "invalid").Errors.Should().Equal(("/country", "invalid"));
        var message = site["errors"][0].GetProperty("message").GetString();
        message.Should().Contain("ISO 3166-1 alpha-2");
        if (meant is null)
            message.Should().NotContain("did you mean");
        else
            message.Should().Contain($"did you mean {meant}?");
        (await node.SendAsync("GET", $"orders/{number}")).Should(404);
        (await node.SendAsync("GET", $"warehouses/{warehouse}")).Should(404);
    }

    [Fact]
    public async Task An_unknown_product_or_warehouse_is_named_and_nothing_is_applied()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var number = _world.Id("O");
        var answer = await node.SendAsync("PUT", $"orders/{number}", $$"""
            {"customer":"A","shipTo":{"country":"FR"},"lines":[
             {"line":1,"sku":"{{sku}}","quantity":1},{"line":2,"sku":"NOPE","quantity":1},
             {"line":3,"sku":"{{sku}}","quantity":1,"warehouse":"NOWHERE"}]}
            """);
        answer.ShouldBeProblem(422, "invalid");
        answer.Errors.Should().BeEquivalentTo(
            [("/lines/1/sku", "unknown-sku"), ("/lines/2/warehouse", "unknown-warehouse")]);
        await NothingHappenedAsync(number, sku);
    }

    [Theory]
    [InlineData(1_000, 201)]
    [InlineData(1_001, 422)]
    public async Task An_order_has_at_most_a_thousand_lines(int count, int status)
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10_000);
        var lines = Enumerable.Range(1, count).Select(line => $$"""{"line":{{line}},"sku":"{{sku}}","quantity":1}""");
        var answer = await node.SendAsync("PUT", $"orders/{_world.Id("O")}",
            $$"""{"customer":"A","shipTo":{"country":"FR"},"lines":[{{string.Join(',', lines)}}]}""");
        answer.Should(status);
        if (status == 422)
            answer.Errors.Select(error => error.Where).Should().Equal("/lines");
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("a%20b")]
    [InlineData("%F0%9F%9A%9A")]
    [InlineData("%C3%A9")]
    [InlineData(".hidden")]
    [InlineData("a%00b")]
    public async Task A_malformed_id_in_the_path_is_a_4xx_for_every_document(string id)
    {
        string[] paths = ["orders", "receipts", "adjustments", "warehouses", "products"];
        foreach (var path in paths)
        {
            var put = await node.SendAsync("PUT", $"{path}/{id}", "{}");
            put.Status.Should().BeInRange(400, 404, $"PUT {path}/{id}: {put.Body}");
            (await node.SendAsync("GET", $"{path}/{id}")).Status.Should().BeInRange(400, 404, $"GET {path}/{id}");
        }
    }

    [Fact]
    public async Task An_id_is_at_most_a_hundred_characters()
    {
        var body = """{"description":"Pump"}""";
        (await node.SendAsync("PUT", $"products/{_world.Id("P").PadRight(100, 'x')}", body)).Should(201);
        (await node.SendAsync("PUT", $"products/{_world.Id("P").PadRight(101, 'x')}", body))
            .ShouldBeProblem(400, "bad-request").Errors.Should().Equal(("parameter sku", "malformed-id"));
    }

    [Fact]
    public async Task Ids_tell_capitals_from_small_letters()
    {
        var id = _world.Id("p");
        (await node.SendAsync("PUT", $"products/{id}", """{"description":"small"}""")).Should(201);
        (await node.SendAsync("PUT", $"products/{id.ToUpperInvariant()}", """{"description":"capital"}""")).Should(201);
        (await node.SendAsync("GET", $"products/{id}"))["description"].GetString().Should().Be("small");
    }

    [Fact]
    public async Task A_body_over_2_MiB_is_refused()
    {
        var answer = await node.SendAsync(
            "PUT", $"products/{_world.Id("P")}", $$"""{"description":"{{new string('x', 3 * 1024 * 1024)}}"}""");
        answer.ShouldBeProblem(413, "too-large");
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_by_its_own_word_is_refused()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var response = await node.Http.PutAsync($"products/{_world.Id("P")}", content);
        (await RestAnswer.ReadAsync(response)).ShouldBeProblem(415, "unsupported-media-type");
    }

    [Fact]
    public async Task What_does_not_exist_is_a_problem_document_as_well()
    {
        (await node.SendAsync("GET", "nowhere")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("GET", "orders/NOBODY")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("POST", "orders/NOBODY/cancel", """{"reason":"x"}""")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("POST", "orders/NOBODY/release")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("PATCH", "orders/NOBODY", """{"priority":1}""")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("PUT", "shipments/NOBODY/milestones/M", """{"kind":"picked"}"""))
            .ShouldBeProblem(404, "not-found");
        (await node.SendAsync("POST", "warehouses/NOBODY/close", """{"reason":"x"}"""))
            .ShouldBeProblem(404, "not-found");
        (await node.SendAsync("GET", "stock/NOBODY")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("GET", "imports/NOBODY")).ShouldBeProblem(404, "not-found");
        (await node.SendAsync("DELETE", "orders/NOBODY")).ShouldBeProblem(405, "method-not-allowed");
    }

    private async Task NothingHappenedAsync(string number, string sku)
    {
        (await node.SendAsync("GET", $"orders/{number}")).Should(404);
        (await node.SendAsync("GET", $"stock/{sku}"))["totals"].GetProperty("reserved").GetInt64().Should().Be(0);
    }
}
