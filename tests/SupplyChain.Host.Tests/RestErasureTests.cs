using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestErasureTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task A_customers_names_and_addresses_are_gone_everywhere_and_the_ledger_stays_valid()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var (customer, other) = (_world.Id("C"), _world.Id("C"));
        var (mine, theirs) = (await PlacedAsync(sku, customer), await PlacedAsync(sku, other));
        (await node.SendAsync("GET", $"orders/{mine}")).Should(200).Body.ToString().Should().Contain("CANARY");

        var erased = (await node.SendAsync("POST", $"customers/{customer}/erase")).Should(200);
        var again = (await node.SendAsync("POST", $"customers/{customer}/erase")).Should(200);

        erased["replayed"].GetBoolean().Should().BeFalse();
        (again["replayed"].GetBoolean(), again["erasures"].GetInt64()).Should().Be((true, 1));
        foreach (var path in (string[])[
            $"orders/{mine}", $"orders/{mine}?asOf=1", $"orders/{mine}/history", $"orders/{mine}/story",
            $"orders?customer={customer}", $"orders/export?format=csv&customer={customer}", "events?limit=1000",
            $"audit?subject=order/{mine}"])
        {
            (await node.SendAsync("GET", path)).Should(200).Body.ToString().Should().NotContain("CANARY", path);
        }
        (await node.SendAsync("GET", $"orders/{mine}"))["customer"].GetString().Should().Be(customer);
        (await node.SendAsync("GET", $"orders/{theirs}")).Should(200).Body.ToString().Should().Contain("CANARY");
        (await node.SendAsync("POST", "verify")).Should(200)["ok"].GetBoolean().Should().BeTrue();
        (await node.SendAsync("PUT", $"orders/{mine}", Body(sku, customer))).Should(200)["replayed"].GetBoolean()
            .Should().BeTrue("the same body is known by its digest");
        (await node.SendAsync("GET", $"audit?subject=customer/{customer}")).Should(200).Items.Should().ContainSingle()
            .Which.GetProperty("type").GetString().Should().Be("supplychain.customer.erased.v1");
    }

    private async Task<string> PlacedAsync(string sku, string customer)
    {
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", Body(sku, customer))).Should(201);
        return number;
    }

    private static string Body(string sku, string customer) => JsonSerializer.Serialize(new
    {
        customer,
        shipTo = new { country = "FR", name = "CANARY Person", address = "1 CANARY Street" },
        lines = new[] { new { line = 1, sku, quantity = 1 } },
    });
}
