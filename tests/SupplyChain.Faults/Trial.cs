using System.Globalization;
using Xunit;

namespace SupplyChain;

/// <summary>
/// One database, its nodes, and requests at a fixed rate; what is done to them is up to the test. In the end everything
/// is compared with what was acknowledged.
/// </summary>
internal sealed class Trial : IAsyncDisposable
{
    /// <summary>How long a node takes for a call at most before it gives up.</summary>
    private static readonly TimeSpan NodesGiveUpAfter = TimeSpan.FromSeconds(8);

    /// <summary>Of each product in each warehouse in the beginning; pinned lines soon wait for more.</summary>
    private const int SomeUnits = 500;

    /// <summary>Never all taken.</summary>
    public const int Plenty = 1_000_000;

    private const int FilledAtOnce = 500;
    private static readonly TimeSpan QuietWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromSeconds(60);

    private readonly string _name;
    private readonly ITestOutputHelper _output;
    private readonly Traffic _traffic;
    private JournalAudit _audit;
    private readonly List<string> _findings = [];
    private readonly SortedDictionary<string, string> _notes = new(StringComparer.Ordinal);
    private SupplyChainClient? _client;
    private bool _unjudged = true;

    private Trial(
        string name, string postgres, int seed, int stocked, bool onlyShort, JournalAudit audit,
        ITestOutputHelper output)
    {
        (_name, Postgres, Seed, _audit, _output) = (name, postgres, seed, audit, output);
        var orders = onlyShort || TrialSettings.OrdersOnly;
        _traffic = new(seed, Notebook)
        {
            Skus = 12, Stocked = orders ? Plenty : stocked, Closings = false, OrdersOnly = orders,
            Short = onlyShort || !orders,
        };
        Fleet = new(postgres);
        Load = new(new RestCaller(Fleet), _traffic, Notebook, TrialSettings.PerSecond);
    }

    /// <summary>Everything random follows from it.</summary>
    public int Seed { get; }

    /// <summary>How nodes connect to the database.</summary>
    public string Postgres { get; }

    /// <summary>The nodes.</summary>
    public Fleet Fleet { get; }

    /// <summary>The requests.</summary>
    public OpenLoad Load { get; }

    /// <summary>What was acknowledged.</summary>
    public Notebook Notebook { get; } = new();

    /// <summary>
    /// A trial on a database of the server, with nothing running yet; with <paramref name="onlyShort"/> orders are all
    /// that comes, and one of the products is nowhere.
    /// </summary>
    public static async Task<Trial> BeginAsync(
        string name, OneServer server, ITestOutputHelper output, int stocked = SomeUnits, bool onlyShort = false) =>
        await BeginAsync(name, await server.Postgres.CreateDatabaseAsync(), output, stocked, onlyShort);

    /// <summary>A trial on an empty database, with nothing running yet.</summary>
    public static async Task<Trial> BeginAsync(
        string name, string postgres, ITestOutputHelper output, int stocked = SomeUnits, bool onlyShort = false)
    {
        var seed = TrialSettings.Seed;
        output.WriteLine($"{name}: seed {seed}");
        return new(name, postgres, seed, stocked, onlyShort, await JournalAudit.BeginAsync(postgres), output);
    }

    /// <summary>The audit looks for the database somewhere else from now on.</summary>
    public async Task MovedAsync(string postgres)
    {
        var before = _audit;
        _audit = before.Of(postgres);
        await before.DisposeAsync();
    }

    /// <summary>Adds something to the row.</summary>
    public void Tell(string name, string value) => _notes[name] = value;

    /// <summary>Adds something to the row.</summary>
    public void Tell(string name, TimeSpan? value) => Tell(name, value is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:0.0} s")
        : "never");

    /// <summary>Defines the network that the requests are about, and fills it.</summary>
    public async Task PrepareAsync()
    {
        await _traffic.PrepareAsync(Fleet.AnyAlive().Http);
        if (TrialSettings.ThroughSdk && _client is null)
            Load.Caller = new SdkCaller(_client = await TrialSteps.ConnectAsync(Postgres));
    }

    /// <summary>Sends requests as fast as they are answered until so many actors live.</summary>
    public async Task FillAsync(int actors)
    {
        await PrepareAsync();
        while ((await this.SilosAsync()).Sum(silo => silo.Actors) < actors)
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, FilledAtOnce).Select(_ => _traffic.Next()).ToList().Index(),
                new ParallelOptions { MaxDegreeOfParallelism = 32 },
                async (one, _) => await Load.ResendAsync(one.Item, one.Index));
        }
    }

    /// <summary>Lets requests come, does something to the nodes meanwhile, and goes on for a while after it.</summary>
    public async Task UnderLoadAsync(TimeSpan after, Func<Task> fault)
    {
        await PrepareAsync();
        using var stop = new CancellationTokenSource();
        var load = Load.RunAsync(stop.Token);
        try
        {
            await Task.Delay(TrialSettings.WarmUp, CancellationToken.None);
            Load.Measure();
            await fault();
            await Task.Delay(after, CancellationToken.None);
        }
        finally
        {
            await stop.CancelAsync();
            await load;
        }
    }

    /// <summary>
    /// Sends what is unanswered again, waits until all is quiet, compares, and fails when something is wrong.
    /// </summary>
    /// <returns>All orders as they are seen then.</returns>
    public async Task<IReadOnlyList<SeenOrder>> JudgeAsync(bool noErrors = false)
    {
        var resent = await _audit.NowAsync();
        var givenUp = Load.GivenUp.ToDictionary(
            order => order.Key, order => resent - (Load.Elapsed - order.Value) + NodesGiveUpAfter);
        await ResendAsync();
        var http = Fleet.AnyAlive().Http;
        var quiet = await Deadline.WaitAsync(QuietWithin, () => IsQuietAsync(http));
        if (quiet is null)
            _findings.Add($"unfinished work was not done within {QuietWithin.TotalSeconds} s");
        var reckoning = new Reckoning(http, Notebook, _traffic.Products);
        _findings.AddRange(Notebook.Faults.Distinct().Take(20));
        _findings.AddRange(await reckoning.FindAsync());
        var audited = await _audit.FindAsync(Notebook, HeldUnits.Of(reckoning.Orders));
        await _audit.FindStaleAsync(givenUp, resent, audited);
        _findings.AddRange(audited.Told);
        if (noErrors && Load.Errors > 0)
            _findings.Add($"{Load.Errors} requests had no answer although none had to be lost");
        await TellAsync(audited, quiet);
        Assert.True(_findings.Count == 0, $"{_name}, seed {Seed}:\n{string.Join('\n', _findings)}");
        _unjudged = false;
        return reckoning.Orders;
    }

    /// <summary>An audit of a copy of the database.</summary>
    public JournalAudit AuditOf(string copy) => _audit.Of(copy);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_unjudged)
            _output.WriteLine(Fleet.Log);
        if (TrialSettings.Calls is { Length: > 0 } calls)
            await Load.WriteCallsAsync(calls);
        if (_client is not null)
            await _client.DisposeAsync();
        await Fleet.DisposeAsync();
        await _audit.DisposeAsync();
    }

    private async Task TellAsync(AuditFindings audited, TimeSpan? quiet)
    {
        var gap = Load.LongestGap;
        Tell("longest gap", string.Create(
            CultureInfo.InvariantCulture, $"{gap.Key} from {Load.At(gap.Began):HH:mm:ss.fff}"));
        var row = new TrialRow(
            _name, Seed, TrialSettings.PerSecond, Load.Duration.TotalSeconds, Load.Measured, Load.Errors, Load.Retried,
            gap.Lasted.TotalMilliseconds, Load.Percentile(0.5), Load.Percentile(0.99), Load.Percentile(1),
            audited.Lost, audited.Duplicated, audited.Stale, audited.Events, quiet?.TotalMilliseconds ?? -1, _notes);
        _output.WriteLine(TrialRow.Head);
        _output.WriteLine(row.ToString());
        await row.WriteAsync();
    }

    private async Task ResendAsync()
    {
        var round = 0; // Each time to another node: some are dead for good.
        var all = await Deadline.WaitAsync(AnsweredWithin, async () =>
        {
            round++;
            var batch = new List<Operation>();
            while (Notebook.Unanswered.TryTake(out var operation))
                batch.Add(operation);
            await Parallel.ForEachAsync(
                batch.Index(), new ParallelOptions { MaxDegreeOfParallelism = 32 },
                async (one, _) => await Load.ResendAsync(one.Item, round + one.Index));
            return Notebook.Unanswered.IsEmpty;
        });
        if (all is null)
            _findings.AddRange(Notebook.Unanswered.Take(5).Select(operation => $"never answered: {operation}"));
    }

    private static async Task<bool> IsQuietAsync(NodeHttp http) =>
        await http.TrySendAsync(HttpMethod.Get, "status") is { Acknowledged: true } answer
        && answer.Read<SeenStatus>().Quiet;
}
