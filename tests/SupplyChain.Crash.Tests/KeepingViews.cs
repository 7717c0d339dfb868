using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Saved views have no journal behind them, and are kept all the same when the node dies.</summary>
public sealed class KeepingViews
{
    private const string Address = "views/orders/Late%20ones?owner=Ana";
    private static readonly string[] Numbers = ["number"];
    private static readonly string[] Units = ["units"];

    [Fact]
    public async Task A_view_that_was_acknowledged_is_there_after_the_node_was_killed()
    {
        var directory = Directory.CreateTempSubdirectory("supplychain-views-");
        try
        {
            await using (var node = await RunningNode.StartAsync(directory.FullName))
            {
                using var http = new NodeHttp(node.Url, connections: 1);
                await http.PutAsync(Address, new { query = "late=true", columns = Numbers });
                await http.PutAsync(Address, new { query = "late=true&sort=-units", columns = Units });
                node.Kill();
            }

            await using (var node = await RunningNode.StartAsync(directory.FullName))
            {
                using var http = new NodeHttp(node.Url, connections: 1);
                var view = await http.GetAsync<SeenView>(Address);
                view.Should().BeEquivalentTo(new SeenView("late=true&sort=-units", Units, 2));
                (await http.SendAsync(HttpMethod.Get, "views/orders/Late%20ones?owner=Ben")).Status.Should().Be(404);
                (await http.SendAsync(HttpMethod.Delete, Address)).Status.Should().Be(204);
                (await http.SendAsync(HttpMethod.Get, Address)).Status.Should().Be(404);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private sealed record SeenView(string Query, string[] Columns, long Version);
}
