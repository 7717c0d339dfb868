using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Warehouses and their stock live in silos of their region.</summary>
public sealed class RegionTests
{
    private const int InEurope = 30;
    private const int InAmerica = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Stock_lives_in_its_warehouses_region_elsewhere_without_one_and_comes_home()
    {
        await using var nodes = await Nodes.NoneAsync();
        var europe = await nodes.StartAsync("--region", "Europe");
        var http = nodes.Http(europe);
        await http.PutAsync("warehouses/rotterdam", Warehouse("Rotterdam", 51.9, 4.1, "Europe"));
        await http.PutAsync("warehouses/dallas", Warehouse("Dallas", 32.8, -96.8, "America"));
        await ReceiveAsync(http, "rotterdam", InEurope);
        await ReceiveAsync(http, "dallas", InAmerica);
        await LiveAsync(http, [("Europe", InEurope + InAmerica)]);

        var america = await nodes.StartAsync("--region", "America");
        await LiveAsync(http, [("America", InAmerica), ("Europe", InEurope)]);

        await america.SignalAsync("TERM");
        (await america.GoneAsync()).Should().Be(0);
        await ReceiveAsync(http, "dallas", InAmerica);
        await EachIsThereAsync(http); // whoever lives nowhere at the moment is woken by it
        await LiveAsync(http, [("Europe", InEurope + InAmerica)]);

        await nodes.StartAsync("--region", "America");
        await LiveAsync(http, [("America", InAmerica), ("Europe", InEurope)]);
        await EachIsThereAsync(http);
        (await http.PostAsync("verify")).Read<SeenVerification>().Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_region_is_about_nodes_that_share_a_database()
    {
        var (code, said) = await new NodeStart(Path.GetTempPath()) { Options = ["--region", "Europe"] }.RefusedAsync();
        code.Should().Be(2);
        said.Should().Contain("--region needs --postgres");
    }

    private static object Warehouse(string name, double latitude, double longitude, string region) =>
        new { name, latitude, longitude, region };

    private static async Task ReceiveAsync(NodeHttp http, string warehouse, int skus)
    {
        foreach (var sku in Enumerable.Range(0, skus))
            await http.PutAsync($"products/SKU-{sku}", new { description = "Lamp", unitWeightKg = 2 });
        var lines = Enumerable.Range(0, skus).Select(sku => new { sku = $"SKU-{sku}", quantity = 100 });
        await http.PutAsync($"receipts/R-{Guid.NewGuid():N}", new { warehouse, lines });
    }

    private static async Task EachIsThereAsync(NodeHttp http)
    {
        foreach (var sku in Enumerable.Range(0, InEurope))
        {
            var came = sku < InAmerica ? 300 : 100;
            (await http.GetAsync<SeenStock>($"stock/SKU-{sku}")).Totals.OnHand.Should().Be(came);
        }
    }

    /// <summary>Waits until the stock items live so, by region.</summary>
    private static async Task LiveAsync(NodeHttp http, (string Region, int Items)[] wanted)
    {
        List<(string? Region, int Items)> seen = [];
        await Deadline.WaitAsync(Patience, async () =>
        {
            var status = await http.GetAsync<Status>("status");
            seen = [.. status.Silos.Where(silo => silo.Status == "Active").OrderBy(silo => silo.Region)
                .Select(silo => (silo.Region, silo.Kinds.Find(kind => kind.Kind == "stock")?.Actors ?? 0))];
            return seen.SequenceEqual(wanted.Select(silo => ((string?)silo.Region, silo.Items)));
        });
        seen.Should().Equal(wanted.Select(silo => ((string?)silo.Region, silo.Items)));
    }

    private sealed record Status(List<Silo> Silos);

    private sealed record Silo(string Status, string? Region, List<KindCount> Kinds);

    private sealed record KindCount(string Kind, int Actors);
}
