namespace SupplyChain.Bench;

/// <summary>What is measured: nodes that run already, or some of our own on an empty journal.</summary>
internal sealed class BenchTarget : IAsyncDisposable
{
    private readonly Uri? _rest;
    private readonly List<OwnNode> _nodes = [];
    private BenchDatabase? _database;
    private ProcessTimes _times = new([], null);

    private BenchTarget(Uri? rest) => _rest = rest;

    /// <summary>The client of everything but the orders over REST.</summary>
    public SupplyChainClient Client { get; private set; } = null!;

    /// <summary>A client for what is asked meanwhile: it does not wait behind the load, which may be more than the
    /// nodes can do.</summary>
    public SupplyChainClient Observer { get; private set; } = null!;

    /// <summary>The way orders are placed; several clients share it.</summary>
    /// <param name="clients">How many place orders at the same time.</param>
    public IOrderEntry OrderEntry(int clients) => _rest is null
        ? new SdkOrderEntry(Client)
        : new RestOrderEntry(_nodes.Count > 0 ? _nodes.Select(node => node.Url) : [_rest], clients);

    /// <summary>What the nodes tell of their memory.</summary>
    public NodeMetrics Metrics { get; private set; } = null!;

    /// <summary>CPU time used so far.</summary>
    public CpuTimes ReadCpu() => CpuTimes.Read(_times);

    /// <summary>Bytes of the server's log, or what the nodes wrote without one; null when unknown.</summary>
    public Task<double?> WrittenBytesAsync(CancellationToken cancellationToken) => _database is null
        ? Task.FromResult(_times.ReadWrittenBytes())
        : _database.LogBytesAsync(cancellationToken);

    /// <summary>Connects, and starts nodes before when there are to be any.</summary>
    /// <param name="ask">What is to be measured.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<BenchTarget> OpenAsync(BenchTargetOptions ask, CancellationToken cancellationToken)
    {
        var target = new BenchTarget(ask.Rest);
        try
        {
            await target.StartAsync(ask, cancellationToken);
            return target;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many events there are; null when unknown.</summary>
    public async Task<long?> EventsAsync(CancellationToken cancellationToken)
    {
        if (_database is not null)
            return await _database.EventsAsync(cancellationToken);
        var status = await Observer.Operations.StatusAsync(cancellationToken);
        return Journal.Position.TryParse(status.LastEvent, out var last) && last.Transaction == 0 ? last.Number : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Client is not null)
            await Client.DisposeAsync();
        if (Observer is not null)
            await Observer.DisposeAsync();
        Metrics?.Dispose();
        await Task.WhenAll(_nodes.Select(node => node.DisposeAsync().AsTask()));
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private async Task StartAsync(BenchTargetOptions ask, CancellationToken cancellationToken)
    {
        if (ask.Postgres is not null)
        {
            _database = ask.NodesToStart > 0
                ? await BenchDatabase.CreateAsync(ask.Postgres, cancellationToken)
                : BenchDatabase.Existing(ask.Postgres);
        }
        for (var i = 0; i < ask.NodesToStart; i++)
            _nodes.Add(await OwnNode.StartAsync(_database?.ConnectionString, cancellationToken));
        Metrics = new(_nodes.Count > 0 ? _nodes.Select(node => node.Url) : ask.Rest is null ? [] : [ask.Rest]);
        try
        {
            Client = await SupplyChainClient.ConnectAsync(ClientOptions(ask, ask.Deadline), cancellationToken);
            Observer = await SupplyChainClient.ConnectAsync(ClientOptions(ask), cancellationToken);
        }
        catch (UnavailableException unanswered)
        {
            throw new VerbException(
                $"No node answers at {(_database is null ? ask.Gateway : "the gateways in the database")}; start one "
                + $"with 'supplychain up', or let this verb do it with --start. ({unanswered.Message})",
                inner: unanswered);
        }
        var postmaster = _database is null ? null : await _database.PostmasterAsync(cancellationToken);
        _times = new(_nodes.Count > 0 ? [.. _nodes.Select(node => node.ProcessId)] : ask.ProcessIds, postmaster);
    }

    private SupplyChainClientOptions ClientOptions(BenchTargetOptions ask, TimeSpan? deadline = null)
    {
        var options = new SupplyChainClientOptions
        {
            ClusterId = ask.ClusterId, ServiceId = ask.ClusterId, Certificate = TlsOptions.Configured(),
        };
        options.Deadline = deadline ?? options.Deadline;
        if (_database is not null)
            options.UsePostgres(_database.ConnectionString);
        else
            options.Gateways = _nodes.Count > 0 ? [.. _nodes.Select(node => node.Gateway)] : [ask.Gateway];
        return options;
    }
}
