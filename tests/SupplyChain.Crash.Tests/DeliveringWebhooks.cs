using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>A node dies by SIGKILL while it delivers to a receiver that fails now and then.</summary>
public sealed class DeliveringWebhooks : IDisposable
{
    private const int Orders = 60;
    private const int Kills = 2;
    private static readonly string[] OrderEvents = ["supplychain.order.*"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("supplychain-webhooks-");
    private readonly WebhookReceiver _receiver = new(seed: 7) { FailureShare = 0.05 };

    private NodeStart Start => new(_directory.FullName)
    {
        Settings = new Dictionary<string, string>
        {
            ["SUPPLYCHAIN_Webhooks__AllowHttp"] = "true",
            ["SUPPLYCHAIN_Webhooks__AllowPrivateTargets"] = "true",
        },
    };

    [Fact]
    public async Task Every_event_arrives_signed_and_in_its_order_whenever_the_process_dies()
    {
        var node = await RunningNode.StartAsync(Start);
        try
        {
            await SetUpAsync(node);
            for (var part = 0; part <= Kills; part++)
            {
                await PlaceAsync(node, part * Orders, Orders);
                if (part == Kills)
                    break;
                node.Kill();
                await node.DisposeAsync();
                node = await RunningNode.StartAsync(Start);
            }
            _receiver.FailureShare = 0;
            var expected = await EventsAsync(node);
            var all = await Deadline.WaitAsync(
                Patience, () => Task.FromResult(_receiver.Taken.DistinctBy(one => one.Id).Count() >= expected.Count));

            all.Should().NotBeNull("each of the {0} events arrives", expected.Count);
            _receiver.Forged.Should().Be(0);
            _receiver.Taken.Select(one => (one.Subject, one.Sequence)).Distinct().Should().BeEquivalentTo(expected);
            foreach (var entity in _receiver.Taken.DistinctBy(one => one.Id).GroupBy(one => one.Subject))
                entity.Select(one => one.Sequence).Should().BeInAscendingOrder($"{entity.Key} is in order");
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _receiver.Dispose();
        _directory.Delete(recursive: true);
    }

    private async Task SetUpAsync(RunningNode node)
    {
        using var http = new NodeHttp(node.Url, connections: 8);
        await http.PutAsync("warehouses/W-1", new { name = "One" });
        await http.PutAsync("products/S-1", new { description = "One" });
        await http.PutAsync(
            "receipts/R-1", new { warehouse = "W-1", lines = new[] { new { sku = "S-1", quantity = 10_000 } } });
        var hook = await http.PutAsync(
            "webhooks/erp", new { url = _receiver.Url, types = OrderEvents });
        _receiver.Expect(hook.Member("secret")!);
    }

    private static async Task PlaceAsync(RunningNode node, int first, int count)
    {
        using var http = new NodeHttp(node.Url, connections: 8);
        await Parallel.ForEachAsync(Enumerable.Range(first, count), async (number, _) => await http.PutAsync(
            $"orders/O-{number}", new
            {
                customer = "C-1",
                shipTo = new { country = "DE" },
                lines = new[] { new { line = 1, sku = "S-1", quantity = 1 } },
            }));
    }

    /// <summary>Every event of every order, from the feed.</summary>
    private static async Task<List<(string Subject, long Sequence)>> EventsAsync(RunningNode node)
    {
        using var http = new NodeHttp(node.Url, connections: 1);
        var all = new List<(string, long)>();
        for (string? after = null; ;)
        {
            var page = await http.GetAsync<SeenFeed>(
                $"events?types=supplychain.order.*&limit=1000{(after is null ? "" : $"&after={after}")}");
            all.AddRange(page.Events.Select(one => (one.Subject, one.Sequence)));
            if (page.AtEnd)
                return all;
            after = page.Next;
        }
    }

    private sealed record SeenFeed(List<SeenEvent> Events, string Next, bool AtEnd);

    private sealed record SeenEvent(string Subject, long Sequence);
}
