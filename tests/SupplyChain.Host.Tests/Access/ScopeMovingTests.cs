using FluentAssertions;
using Xunit;
using static SupplyChain.Access.ScopedWorld;

namespace SupplyChain.Access;

/// <summary>
/// What a planner moves whose key is limited to one warehouse; nothing is recorded of what is refused.
/// </summary>
public sealed class ScopeMovingTests(ScopedWorld world) : IClassFixture<ScopedWorld>
{
    private const string Denied = $"The key is limited to warehouses {Own}.";

    [Theory]
    [InlineData("PUT", "/receipts/S-RC", """{"warehouse":"ELBE","lines":[{"sku":"ELBE-PUMP","quantity":1}]}""", 201)]
    [InlineData("PUT", "/receipts/S-RC2", """{"warehouse":"ISAR","lines":[{"sku":"ELBE-PUMP","quantity":1}]}""", 403)]
    [InlineData("PUT", "/receipts/ISAR-RC",
        """{"warehouse":"ISAR","lines":[{"sku":"ISAR-PUMP","quantity":100}]}""", 403)]
    [InlineData("PUT", "/receipts/ELBE-RC",
        """{"warehouse":"ELBE","lines":[{"sku":"ELBE-PUMP","quantity":100}]}""", 200)]
    [InlineData("PUT", "/adjustments/S-A",
        """{"warehouse":"ELBE","sku":"ELBE-PUMP","delta":1,"reason":"found"}""", 201)]
    [InlineData("PUT", "/adjustments/S-B",
        """{"warehouse":"ISAR","sku":"ISAR-PUMP","delta":1,"reason":"found"}""", 403)]
    [InlineData("PUT", "/adjustments/S-C?dryRun=true",
        """{"warehouse":"ELBE","sku":"ELBE-PUMP","delta":-1,"reason":"a"}""", 200)]
    [InlineData("PUT", "/adjustments/S-D?dryRun=true",
        """{"warehouse":"ISAR","sku":"ISAR-PUMP","delta":-1,"reason":"a"}""", 403)]
    [InlineData("POST", "/warehouses/ISAR/close", """{"reason":"storm"}""", 404)]
    [InlineData("POST", "/warehouses/ISAR/open", """{"reason":"dry"}""", 404)]
    [InlineData("POST", "/warehouses/ELBE/close?dryRun=true", """{"reason":"storm"}""", 200)]
    [InlineData("POST", "/warehouses/ISAR/close?dryRun=true", """{"reason":"storm"}""", 404)]
    [InlineData("PUT", "/shipments/ELBE-1~1/milestones/S-M", """{"kind":"departedHub"}""", 201)]
    [InlineData("PUT", "/shipments/ISAR-1~1/milestones/S-M", """{"kind":"departedHub"}""", 404)]
    [InlineData("POST", "/shipments/ISAR-1~1/milestones/ISAR-M1/void", """{"reason":"no"}""", 404)]
    [InlineData("POST", "/shipments/ISAR-1~1/cancel", """{"reason":"no"}""", 404)]
    [InlineData("POST", "/shipments/ISAR-1~1/label", null, 404)]
    [InlineData("POST", "/orders/ELBE-3/release", null, 200)]
    [InlineData("POST", "/orders/ISAR-3/release", null, 404)]
    [InlineData("POST", "/orders/BOTH-1/release", null, 403)]
    [InlineData("POST", "/orders/BOTH-1/release", """{"shipments":[{"id":"S-B1","lines":[2]}]}""", 403)]
    [InlineData("PUT", "/transfers/S-T",
        """{"from":"ELBE","to":"THIRD","lines":[{"sku":"ELBE-PUMP","quantity":1}]}""", 201)]
    [InlineData("PUT", "/transfers/S-T2",
        """{"from":"ISAR","to":"ELBE","lines":[{"sku":"ISAR-PUMP","quantity":1}]}""", 403)]
    [InlineData("POST", "/transfers/T-IN/release", null, 403)]
    [InlineData("POST", "/transfers/T-IN/cancel", """{"reason":"no"}""", 403)]
    [InlineData("POST", "/transfers/ISAR-T-FAR/release", null, 404)]
    [InlineData("POST", "/transfers/ISAR-T-FAR/cancel", """{"reason":"no"}""", 404)]
    [InlineData("PUT", "/transfers/ELBE-T-OUT/receipts/S-R", """{"lines":[{"line":1,"quantity":1}]}""", 403)]
    [InlineData("PUT", "/transfers/T-IN/receipts/S-R", """{"lines":[{"line":1,"quantity":1}]}""", 409)]
    [InlineData("PUT", "/orders/S-O",
        """{"customer":"A","shipTo":{"country":"FR"},"lines":[{"line":1,"sku":"ELBE-PUMP","quantity":1}]}""", 403)]
    [InlineData("PATCH", "/orders/ELBE-2", """{"priority":1}""", 403)]
    [InlineData("PATCH", "/orders/ELBE-2?dryRun=true", """{"priority":1}""", 403)]
    [InlineData("POST", "/orders/ELBE-2/cancel", """{"reason":"no"}""", 403)]
    [InlineData("POST", "/orders/ELBE-2/resource", null, 403)]
    [InlineData("PUT", "/warehouses/ELBE", """{"name":"Elbe","country":"DE","latitude":53.5,"longitude":9.9}""", 403)]
    [InlineData("PUT", "/products/ELBE-PUMP", """{"description":"Pump"}""", 403)]
    public async Task A_command_is_carried_out_where_the_key_has_its_warehouses(
        string method, string path, string? body, int status)
    {
        var entity = string.Join('/', path.Split('?')[0].Split('/').Take(3));
        var before = await world.AskAsync("GET", $"/api/v1{entity}", world.KeyOf(nameof(Role.Viewer)));

        var (said, text) = await world.AskAsync(
            method, $"/api/v1{path}", world.LimitedKeyOf(Role.Planner), body);

        said.Should().Be(status, text);
        if (status == 403)
            text.Should().Contain(Denied);
        if (status is 403 or 404)
        {
            (await world.AskAsync("GET", $"/api/v1{entity}", world.KeyOf(nameof(Role.Viewer)))).Should().Be(
                before, "nothing was recorded");
        }
    }

    [Fact]
    public async Task A_planner_attends_to_the_exceptions_that_are_seen()
    {
        var (own, other) = (await ExceptionOfAsync(Own), await ExceptionOfAsync(Other));
        const string note = """{"note":"seen"}""";

        (await AskAsync("PATCH", $"/exceptions/{own}", note)).Status.Should().Be(200);
        (await AskAsync("PATCH", $"/exceptions/{other}", note)).Status.Should().Be(404);
        (await AskAsync("GET", $"/exceptions/{other}")).Status.Should().Be(404);
        (await AskAsync("GET", $"/exceptions/{own}")).Text.Should().Contain("\"note\":\"seen\"");
    }

    [Fact]
    public async Task A_shipment_of_the_own_lines_of_a_shared_order_is_released()
    {
        const string body = """{"shipments":[{"id":"S-OWN","lines":[1]}]}""";

        (await AskAsync("POST", "/orders/BOTH-2/release", body)).Status.Should().Be(200);
        (await AskAsync("POST", "/orders/BOTH-2/release", body)).Status.Should().Be(200, "it is safe to repeat");
        (await world.AskAsync(
            "POST", "/api/v1/orders/BOTH-2/release", world.KeyOf(nameof(Role.Planner)),
            """{"shipments":[{"id":"S-OTHER","lines":[2]}]}""")).Status.Should().Be(200);
        (await AskAsync("POST", "/orders/BOTH-2/release", """{"shipments":[{"id":"S-OTHER","lines":[2]}]}"""))
            .Status.Should().Be(403, "a repeat follows the same rule");
        (await AskAsync("GET", "/shipments/S-OWN")).Status.Should().Be(200);
        (await AskAsync("GET", "/shipments/S-OTHER")).Status.Should().Be(404);
    }

    private Task<(int Status, string Text)> AskAsync(string method, string path, string? body = null) =>
        world.AskAsync(method, $"/api/v1{path}", world.LimitedKeyOf(Role.Planner), body);

    private async Task<string> ExceptionOfAsync(string site)
    {
        var listed = await world.AdminAsync("GET", $"/exceptions?order={site}-2&status=Open");
        return listed.GetProperty("items")[0].GetProperty("id").GetString()!;
    }
}
