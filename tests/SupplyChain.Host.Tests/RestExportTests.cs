using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Lists as files, from a node as an operator starts it.</summary>
public sealed class RestExportTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task A_list_is_a_file_of_the_same_rows()
    {
        var customer = _world.Id("C");
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 100);
        var body = RestWorld.Order(sku, 1).Replace("ACME", customer, StringComparison.Ordinal);
        var placed = Enumerable.Range(0, 3).Select(_ => _world.Id("O")).Order(StringComparer.Ordinal).ToArray();
        foreach (var number in placed)
            (await node.SendAsync("PUT", $"orders/{number}", body)).Should(201);
        await _world.EventuallyAsync($"orders?customer={customer}", answer => answer.Items.Count == 3);

        var csv = await node.Http.GetStringAsync(
            $"orders/export?format=csv&customer={customer}&sort=number&columns=customer");
        csv.TrimStart('\uFEFF').Should().Be(
            $"Order,Customer\r\n{string.Concat(placed.Select(number => $"{number},{customer}\r\n"))}");
        var workbook = await node.Http.GetByteArrayAsync($"orders/export?format=xlsx&customer={customer}");
        workbook[..2].Should().Equal((byte)'P', (byte)'K');
        (await node.SendAsync("GET", "orders/export?format=pdf")).Should(422);
    }

    [Fact]
    public async Task A_view_is_replaced_on_its_version_and_deleted_once()
    {
        var path = $"views/orders/{_world.Id("V")}?owner=Ana";
        const string late = """{"query":"late=true"}""";
        (await node.SendAsync("PUT", path, late, ifNoneMatch: "*")).Should(201);
        (await node.SendAsync("PUT", path, late)).Should(200)["replayed"].GetBoolean().Should().BeTrue();
        (await node.SendAsync("PUT", path, """{"query":"ready=true"}""", ifNoneMatch: "*")).Should(412);
        var first = (await node.SendAsync("GET", path)).Should(200)["version"].GetInt64();
        (await node.SendAsync("PUT", path, """{"query":"ready=true"}""", ifMatch: $"\"{first}\"")).Should(200);
        (await node.SendAsync("DELETE", path, ifMatch: $"\"{first}\"")).Should(412);
        using var deleted = await node.Http.DeleteAsync(path);
        ((int)deleted.StatusCode).Should().Be(204);
        (await node.SendAsync("DELETE", path)).Should(404);
    }
}
