using FluentAssertions;
using Microsoft.Data.Sqlite;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain;

/// <summary>What integrators copy works outside of the repository, on the packages.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class PackedSampleTests : IAsyncLifetime
{
    private const int MostRuns = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] ProductEvents = ["supplychain.product.*"];
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("supplychain-sample-node-");
    private RunningNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await RunningNode.StartAsync(new NodeStart(_data.FullName)
    {
        Settings = new Dictionary<string, string>
        {
            ["SUPPLYCHAIN_Webhooks__AllowHttp"] = "true",
            ["SUPPLYCHAIN_Webhooks__AllowPrivateTargets"] = "true",
        },
    });

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_thousand_orders_are_placed_once_by_a_program_that_dies_and_the_mirror_that_dies_too_shows_them()
    {
        using var erp = new CopiedSample("03-erp-orders");
        using var follower = new CopiedSample("04-follow-events");

        foreach (var status in (string[])["Created", "Replayed"])
        {
            (await erp.RunAsync("first.cs", _node.Gateway)).Said
                .Should().Contain($"{status}: ERP-4711 is Allocated, from HAM");
        }
        var mirror = follower.PathOf("mirror.db");
        var following = follower.KilledAsync(
            async () => (await MirroredAsync(mirror)).Count > 1, "mirror.cs", _node.Gateway);

        var (crashes, said) = (0, "");
        for (var runs = 0; (crashes == 0 || said.Length == 0) && runs < MostRuns; runs++)
        {
            var run = await erp.RunAsync("orders.cs", _node.Gateway, "--crash");
            if (run.Code == 0)
                said = run.Said;
            else if (run.Said.Contains("Killed in the middle of a batch."))
                crashes++;
            else
                Assert.Fail(run.Said);
        }
        await following;
        var again = await follower.RunAsync("mirror.cs", _node.Gateway, "--once");

        crashes.Should().BePositive();
        said.Should().Contain("1000 orders: ").And.MatchRegex("1000 found, (\\d+) units ordered, \\1 reserved.");
        again.Code.Should().Be(0, again.Said);
        await using var chain = await SupplyChainClient.ConnectAsync(new() { Gateways = [_node.Gateway] });
        var orders = await chain.Orders.ListAsync().ToDictionaryAsync(
            order => order.Number.Value, order => order.Status.ToString());
        orders.Should().HaveCount(1_001);
        (await MirroredAsync(mirror)).Should().BeEquivalentTo(orders);
    }

    [Fact]
    public async Task A_program_that_follows_ends_when_it_is_told_to()
    {
        using var http = new NodeHttp(_node.Url, connections: 1);
        await http.PutAsync("products/P-1", new { description = "Pump" });
        await http.PutAsync("orders/O-1", new
        {
            customer = "ACME", shipTo = new { country = "FR" },
            lines = new[] { new { line = 1, sku = "P-1", quantity = 1 } },
        });
        using var sample = new CopiedSample("04-follow-events");
        await using var mirror = sample.Begin("mirror.cs", _node.Gateway);
        (await Deadline.WaitAsync(Patience, () => Task.FromResult(mirror.Said.Contains("1 in the mirror"))))
            .Should().NotBeNull("it follows: {0}", mirror.Said);

        await mirror.TerminateAsync();

        (await mirror.EndsAsync(Patience)).Should().NotBeNull("the SDK leaves signals to the program");
    }

    [Fact]
    public async Task What_is_repeated_happens_once()
    {
        using var sample = new CopiedSample("06-retry-safely");

        var (code, said) = await sample.RunAsync("retry.cs", _node.Gateway, "RETRY-1");

        code.Should().Be(0, said);
        // On a machine that is too slow for the first attempt the SDK has repeated it itself.
        var told = said.ReplaceLineEndings("\n")
            .Replace("Placed: Replayed", "Placed: Created", StringComparison.Ordinal);
        told.Should().Contain(
            """
            Placed: Created
            The same again: Replayed
            Another under its number: Refused, Conflict
            For a version that has passed: VersionMismatch
            For the version that was read: Done
            Placed 1 time.
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_receiver_takes_what_is_signed_and_keeps_it_once()
    {
        using var sample = new CopiedSample("05-webhook-receiver");
        using var http = new NodeHttp(_node.Url, connections: 2);
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        var hook = await http.PutAsync(
            "webhooks/erp", new { url = $"{url}/supplychain", types = ProductEvents });
        sample.Settings["WEBHOOK_SECRET"] = hook.Member("secret")!;
        await http.PutAsync("products/P-1", new { description = "Pump" });

        await sample.KilledAsync(
            async () =>
            {
                await http.PostAsync("webhooks/erp/replay", new { delivery = "product/P-1/1" });
                return (await http.SendAsync(HttpMethod.Get, "webhooks/erp")).Member("deliveredAt") is { Length: > 0 };
            },
            "receiver.cs", url);

        await using var inbox = new SqliteConnection(
            $"Data Source={sample.PathOf("inbox.db")};Mode=ReadOnly;Pooling=False");
        await inbox.OpenAsync();
        await using var ask = inbox.CreateCommand();
        ask.CommandText = "SELECT count(*) || ' ' || max(json_extract(event, '$.id')) FROM inbox";
        (await ask.ExecuteScalarAsync()).Should().Be("1 product/P-1/1");
    }

    private static async Task<Dictionary<string, string>> MirroredAsync(string file)
    {
        var mirrored = new Dictionary<string, string>();
        if (!File.Exists(file))
            return mirrored;
        await using var database = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        await using var ask = database.CreateCommand();
        ask.CommandText = "SELECT number, status FROM orders";
        try
        {
            await using var rows = await ask.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                mirrored[rows.GetString(0)] = rows.GetString(1);
        }
        catch (SqliteException)
        {
            // It has not made its tables yet, or writes at this instant.
        }
        return mirrored;
    }
}
