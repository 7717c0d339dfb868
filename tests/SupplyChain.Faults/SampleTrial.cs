using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Npgsql;
using Xunit;

namespace SupplyChain;

/// <summary>
/// What integrators copy, on the packages and with keys, against three silos and a node that serves REST, while silos,
/// that node, the database and the integrators' own programs are killed:
/// <c>SUPPLYCHAIN_FAULTS_RATE=20 … -explicit only -class '*SampleTrial'</c>, after
/// <c>dotnet pack -c Release src/packages.slnf</c>.
/// </summary>
public sealed class SampleTrial(OneServer server, ITestOutputHelper output)
{
    private const int Silos = 3;
    private const int Rounds = 3;
    private const string Types = "supplychain.order.*";
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RowsComeFor = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact(Explicit = true)]
    public async Task Integrations_miss_nothing_while_silos_the_web_node_and_the_database_are_killed()
    {
        await using var trial = await Trial.BeginAsync("samples under kills", server, output);
        trial.Fleet.Key = await KeyAsync(trial.Postgres, "admin");
        var key = await KeyAsync(trial.Postgres, "integrator");
        await Task.WhenAll(Enumerable.Repeat(Fleet.OnlyActors, Silos).Append("web").Select(
            role => trial.Fleet.JoinAsync(Start(trial, role))));
        await using var client = await TrialSteps.ConnectAsync(trial.Postgres, key);
        trial.Load.Caller = new SdkCaller(client);
        var receiver = $"http://127.0.0.1:{FreePort.Next()}";
        using var erp = new ErpExport(key);
        await using var mirror = new KeptSample(
            "04-follow-events", "mirror.db", "mirror.cs", SilosOf(trial)[1].Node.Gateway);
        await using var inbox = new KeptSample("05-webhook-receiver", "inbox.db", "receiver.cs", receiver);
        var stream = new StreamFollower(WebOf(trial).Node.Url, key, Types);
        mirror.Settings["SUPPLYCHAIN_KEY"] = key;
        inbox.Settings["WEBHOOK_SECRET"] = await RegisterAsync(WebOf(trial), receiver);

        using var stop = new CancellationTokenSource();
        var following = stream.RunAsync(stop.Token);
        await trial.UnderLoadAsync(Between, async () =>
        {
            mirror.Start();
            inbox.Start();
            using var enough = new CancellationTokenSource();
            var exporting = erp.GrowAsync(
                SilosOf(trial)[0].Node.Gateway, () => trial.Load.Elapsed / RowsComeFor, enough.Token);
            await StrikeAsync(trial, mirror, inbox);
            await enough.CancelAsync();
            await exporting;
        });
        var said = await erp.FinishAsync(SilosOf(trial)[0].Node.Gateway);
        said.Should().MatchRegex("1000 found, (\\d+) units ordered, \\1 reserved.");
        foreach (var order in erp.Orders)
            trial.Notebook.Orders[order.Subject] = order;
        foreach (var receipt in erp.Receipts)
            trial.Notebook.Documents[receipt.Subject] = receipt;
        await trial.JudgeAsync();

        var feed = await FeedAsync(client);
        var waited = await Deadline.WaitAsync(
            Patience, async () => stream.Events.Count >= feed.Count && (await TakenAsync(inbox)).Count >= feed.Count);
        await stop.CancelAsync();
        await following;
        await mirror.EndAsync();
        await inbox.EndAsync();
        var caughtUp = await mirror.RunAsync("--once");
        caughtUp.Code.Should().Be(0, caughtUp.Said);
        var taken = await TakenAsync(inbox);
        var mirrored = await mirror.RowsAsync("SELECT number, status FROM orders");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            orders: {trial.Notebook.Orders.Count}; of the sample {erp.Orders.Count()}, in {erp.Runs} runs of which
            {erp.Crashes} killed themselves and {erp.GaveUp} gave up
            events of orders: {feed.Count}; delivered {taken.Count}, {inbox.Lines("seen before")} came again;
            all were there {waited?.TotalSeconds ?? -1:0} s after everything was quiet
            streams: {stream.Streams}, not given {stream.NotGiven} times; events {stream.Events.Count}
            mirrored: {mirrored.Count}; programs killed: mirror {mirror.Kills}, receiver {inbox.Kills}
            """));

        (await OrderEventsAsync(trial.Postgres)).Should().Be(feed.Count, "the feed has every event of the journal");
        Difference(stream.Events, feed).Should().BeNull("a stream that is resumed shows the feed, each event once");
        Difference([.. taken.Order(StringComparer.Ordinal)], [.. feed.Order(StringComparer.Ordinal)])
            .Should().BeNull("each event of the webhook's types was delivered, and is known when it comes again");
        OutOfOrder(taken).Should().BeEmpty("each entity's events come in order");
        var listed = await WebOf(trial).Http.ListAsync<SeenListedOrder>("orders");
        mirrored.Select(row => (row[0], row[1])).Should().BeEquivalentTo(
            listed.Select(order => (order.Number, order.Status)), "the mirror shows what the system shows");
    }

    /// <summary>Each is killed several times, one after the other; all of them are back before the next is.</summary>
    private async Task StrikeAsync(Trial trial, KeptSample mirror, KeptSample inbox)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await StrikeAsync(trial, $"silo {round}", () => AgainAsync(trial, SilosOf(trial)[round]));
            await StrikeAsync(trial, "web node", () => AgainAsync(trial, WebOf(trial)));
            await StrikeAsync(trial, "PostgreSQL", async () =>
            {
                await server.Postgres.KillAsync();
                await Task.Delay(Away);
                await server.Postgres.StartAgainAsync();
            });
            await StrikeAsync(trial, "mirror and receiver", () => Task.WhenAll(
                mirror.KillAsync(Away), inbox.KillAsync(Away)));
        }
        trial.Tell("kills", $"{Rounds} each of a silo, the web node, PostgreSQL, and both samples");
    }

    private async Task StrikeAsync(Trial trial, string what, Func<Task> kill)
    {
        await Task.Delay(Between * (0.5 + Random.Shared.NextDouble()));
        var began = trial.Load.Elapsed;
        await kill();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{began:mm\\:ss} {what} killed, back after {(trial.Load.Elapsed - began).TotalSeconds:0.0} s"));
    }

    private static async Task AgainAsync(Trial trial, FleetMember member)
    {
        await Fleet.KillAsync(member);
        await trial.Fleet.ReplaceAsync([member], samePorts: true);
    }

    private static FleetMember WebOf(Trial trial) =>
        trial.Fleet.Members.Single(member => member.Start.Options.Contains("web"));

    private static List<FleetMember> SilosOf(Trial trial) =>
        [.. trial.Fleet.Members.Where(member => member.Start.Options.Contains(Fleet.OnlyActors))];

    private static NodeStart Start(Trial trial, string role)
    {
        var start = trial.Fleet.Start();
        return start with
        {
            Rehearses = false, // Nodes start beside builds of the samples, on few processors.
            Options = [.. start.Options, "--role", role, "--environment", "Production"],
            Settings = new Dictionary<string, string>
            {
                ["SUPPLYCHAIN_Webhooks__AllowHttp"] = "true",
                ["SUPPLYCHAIN_Webhooks__AllowPrivateTargets"] = "true",
            },
        };
    }

    private static async Task<string> KeyAsync(string postgres, string role)
    {
        var (code, said) = await TestedProgram.RunAsync(
            new Dictionary<string, string> { ["SUPPLYCHAIN_ConnectionStrings__SupplyChain"] = postgres },
            "keys", "create", "--role", role, "--name", role, "--postgres");
        code.Should().Be(0, said);
        return said.Split('\n')[0].Trim();
    }

    private static async Task<string> RegisterAsync(FleetMember web, string receiver)
    {
        string[] types = [Types];
        var hook = await web.Http.PutAsync("webhooks/erp", new { url = $"{receiver}/supplychain", types });
        return hook.Member("secret")!;
    }

    /// <summary>Ids of all events of orders, in the order of the feed.</summary>
    private static async Task<List<string>> FeedAsync(SupplyChainClient client)
    {
        var ids = new List<string>();
        for (string? position = null; ;)
        {
            var page = (await client.Events.ReadPageAsync(new(position, 1_000, [Types])))!;
            ids.AddRange(page.Events.Select(@event => @event.Id));
            if (page.AtEnd)
                return ids;
            position = page.Next;
        }
    }

    private static async Task<long> OrderEventsAsync(string postgres)
    {
        await using var database = NpgsqlDataSource.Create(postgres);
        await using var count = database.CreateCommand("SELECT count(*) FROM journal WHERE kind = 'order'");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>Ids of the events that the receiver took, as they came.</summary>
    private static async Task<List<string>> TakenAsync(KeptSample inbox) =>
        (await inbox.RowsAsync("SELECT event FROM inbox ORDER BY rowid")).ConvertAll(row =>
        {
            using var happened = JsonDocument.Parse(row[0]);
            return happened.RootElement.GetProperty("id").GetString()!;
        });

    private static string? Difference(IReadOnlyList<string> seen, List<string> feed)
    {
        var at = Enumerable.Range(0, Math.Max(seen.Count, feed.Count))
            .FirstOrDefault(index => seen.ElementAtOrDefault(index) != feed.ElementAtOrDefault(index), -1);
        return at < 0
            ? null
            : $"at {at} of {seen.Count} is {seen.ElementAtOrDefault(at)}, the feed of {feed.Count} has "
                + $"{feed.ElementAtOrDefault(at)}";
    }

    /// <summary>Events that came although the one before them had not.</summary>
    private static IEnumerable<string> OutOfOrder(IEnumerable<string> taken)
    {
        var versions = new Dictionary<string, long>();
        foreach (var id in taken)
        {
            var (subject, version) = (id[..id.LastIndexOf('/')], long.Parse(
                id[(id.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture));
            if (version != versions.GetValueOrDefault(subject) + 1)
                yield return $"{id} came after version {versions.GetValueOrDefault(subject)}";
            versions[subject] = version;
        }
    }
}
