using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Warehouses live in silos of their region, products anywhere.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class RegionTests
{
    private const int InEurope = 30;
    private const int InAmerica = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task A_warehouse_lives_in_its_region_elsewhere_without_one_and_comes_home()
    {
        await using var nodes = await Nodes.NoneAsync();
        var europe = await nodes.StartAsync("--region", "Europe");
        var http = nodes.Http(europe);
        for (var n = 0; n < InEurope + InAmerica; n++)
            await http.PutAsync($"warehouses/{Name(n)}", Warehouse(n < InEurope ? "Europe" : "America"));
        await LiveAsync(http, [("Europe", InEurope + InAmerica)]);

        var america = await nodes.StartAsync("--region", "America");
        await LiveAsync(http, [("America", InAmerica), ("Europe", InEurope)]);

        await america.SignalAsync("TERM");
        (await america.GoneAsync()).Should().Be(0);
        await EachHasStockAsync(http, 1);
        await WakeAsync(http);
        await LiveAsync(http, [("Europe", InEurope + InAmerica)]);

        await nodes.StartAsync("--region", "America");
        await LiveAsync(http, [("America", InAmerica), ("Europe", InEurope)]);
        await EachHasStockAsync(http, 2);
        (await http.PostAsync("verify")).Read<SeenVerification>().Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_region_is_about_nodes_that_share_a_database()
    {
        var (code, said) = await new NodeStart(Path.GetTempPath()) { Options = ["--region", "Europe"] }.RefusedAsync();
        code.Should().Be(2);
        said.Should().Contain("--region needs --postgres");
    }

    private static string Name(int n) => $"W-{n}";

    private static object Warehouse(string region) =>
        new { name = region, latitude = 51.9, longitude = 4.1, region };

    /// <summary>One that did not move in time lives nowhere until it is asked.</summary>
    private static async Task WakeAsync(NodeHttp http)
    {
        for (var n = 0; n < InEurope + InAmerica; n++)
            (await http.GetAsync<SeenWarehouse>($"warehouses/{Name(n)}")).Id.Should().Be(Name(n));
    }

    /// <summary>A product comes into every warehouse, wherever its supply lives.</summary>
    private static async Task EachHasStockAsync(NodeHttp http, int times)
    {
        await http.PutAsync("products/SKU", new { description = "Lamp", unitWeightKg = 2 });
        for (var n = 0; n < InEurope + InAmerica; n++)
        {
            var lines = new[] { new { sku = "SKU", quantity = 100 } };
            await http.PutAsync($"receipts/R-{times}-{n}", new { warehouse = Name(n), lines });
        }
        (await http.GetAsync<SeenStock>("stock/SKU")).Totals.OnHand.Should().Be(
            100 * times * (InEurope + InAmerica));
    }

    /// <summary>
    /// Waits until the warehouses live so, by region. The one that a node looks at when it starts belongs to no region
    /// and may be in any silo.
    /// </summary>
    private static async Task LiveAsync(NodeHttp http, (string Region, int Actors)[] wanted)
    {
        List<(string? Region, int Actors)> seen = [];
        await Deadline.WaitAsync(Patience, async () =>
        {
            var status = await http.GetAsync<Status>("status");
            seen = [.. status.Silos.Where(silo => silo.Status == "Active").OrderBy(silo => silo.Region)
                .Select(silo => (silo.Region, silo.Kinds.Find(kind => kind.Kind == "warehouse")?.Actors ?? 0))];
            return Fits();
        });
        Fits().Should().BeTrue(
            $"warehouses should live in {string.Join(", ", wanted)}, not in {string.Join(", ", seen)}");

        bool Fits() => seen.Select(silo => silo.Region).SequenceEqual(wanted.Select(silo => silo.Region))
            && seen.Zip(wanted, (silo, want) => silo.Actors - want.Actors).All(more => more is 0 or 1);
    }

    private sealed record Status(List<Silo> Silos);

    private sealed record Silo(string Status, string? Region, List<KindCount> Kinds);

    private sealed record KindCount(string Kind, int Actors);

    private sealed record SeenWarehouse(string Id);
}
