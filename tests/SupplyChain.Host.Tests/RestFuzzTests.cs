using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestFuzzTests(RestNode node)
{
    private const int Tries = 3_000;
    private const int AtATime = 8;

    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task Whatever_a_body_looks_like_the_answer_is_never_a_failure_of_ours()
    {
        var warehouse = await _world.WarehouseAsync();
        var sku = await _world.StockedAsync(warehouse, 1_000_000);
        var (order, shipment) = (_world.Id("O"), _world.Id("S"));
        await node.SendAsync("PUT", $"orders/{order}", RestWorld.Order(sku, 100));
        await node.SendAsync(
            "POST", $"orders/{order}/release", $$"""{"shipments":[{"id":"{{shipment}}","lines":[1]}]}""");
        var requests = Requests(warehouse, sku, order, shipment);
        var failures = new List<string>();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtATime };
        await Parallel.ForAsync(0, Tries, limit, async (seed, _) =>
        {
            var (method, path, valid) = requests[seed % requests.Length];
            var body = new RestMutation(seed).Damage(valid);
            var answer = await node.SendAsync(
                method, path.Replace("*", $"{_world.Id("F")}", StringComparison.Ordinal), body);
            if (!IsProper(answer))
            {
                lock (failures)
                    failures.Add($"seed {seed}: {method} {path} {body} → {answer.Status} {answer.Body}");
            }
        });
        failures.Should().BeEmpty(node.Logged());
        (await node.SendAsync("GET", $"orders/{order}")).Should(200);
    }

    /// <summary>It was carried out, or it is a problem document that names what is wrong.</summary>
    private static bool IsProper(RestAnswer answer) => answer.Status switch
    {
        200 or 201 or 202 => true,
        400 or 409 or 422 => answer.MediaType == "application/problem+json" && answer.Errors.Length > 0,
        _ => false,
    };

    private static (string Method, string Path, string Body)[] Requests(
        string warehouse, string sku, string order, string shipment) =>
    [
        ("PUT", "orders/*", $$"""
            {"customer":"A","shipTo":{"country":"FR","latitude":48.8,"longitude":2.3,"unlocode":"FRPAR","name":"N"},
             "priority":2,"requestedBy":"2026-12-01","occurredAt":"2026-01-01T00:00:00Z","policy":{"maxShipments":2},
             "lines":[{"line":1,"sku":"{{sku}}","quantity":1,"warehouse":"{{warehouse}}",
                       "value":{"amount":10.50,"currency":"EUR"} },{"line":2,"sku":"{{sku}}","quantity":2}]}
            """),
        ("PATCH", $"orders/{order}", """
            {"requestedBy":"2026-12-02","shipTo":{"country":"FR"},"priority":3,"lines":[{"line":1,"quantity":100}]}
            """),
        ("POST", $"orders/{order}/release", """
            {"occurredAt":"2026-01-02T00:00:00Z","shipments":[{"id":"X","lines":[1],"mode":"Air","weightKg":1.5,
             "freight":{"amount":1,"currency":"EUR"}}]}
            """),
        ("POST", $"orders/{order}/cancel", """{"reason":"because","lines":[1]}"""),
        ("PUT", "receipts/*", $$"""
            {"warehouse":"{{warehouse}}","occurredAt":"2026-01-01T00:00:00Z","lines":[{"sku":"{{sku}}","quantity":1}]}
            """),
        ("PUT", "adjustments/*", $$"""
            {"warehouse":"{{warehouse}}","sku":"{{sku}}","delta":1,"reason":"count","occurredAt":null}
            """),
        ("PUT", "warehouses/*", """
            {"name":"A","latitude":50,"longitude":8,"country":"DE","unlocode":"DEHAM","gln":"4012345000009",
             "region":"North","timeZone":"Europe/Berlin","priority":1}
            """),
        ("PUT", "products/*", """
            {"description":"Pump","gtin":"4006381333931","unitWeightKg":1.5,"unitVolumeM3":0.1,"tracking":"None"}
            """),
        ("PUT", $"shipments/{shipment}/milestones/*", """
            {"kind":"exception","occurredAt":"2026-01-03T00:00:00Z","location":"DEHAM","note":"wet",
             "lines":[{"line":1,"delivered":1,"damaged":0,"refused":0}]}
            """),
        ("POST", $"warehouses/{warehouse}/open", """{"reason":"why not"}"""),
    ];
}
