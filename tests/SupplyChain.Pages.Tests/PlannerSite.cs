[assembly: AssemblyFixture(typeof(SupplyChain.PlannerSite))]

namespace SupplyChain;

/// <summary>A node with the demo world, and a browser that looks at it: one of each for every test.</summary>
public sealed class PlannerSite : IAsyncLifetime
{
    /// <summary>Where nobody listens: a receiver of webhooks that takes nothing.</summary>
    public const string Nowhere = "http://127.0.0.1:1/in";

    private const int OrdersToSee = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("supplychain-pages-");
    private readonly SemaphoreSlim _starting = new(1);
    private RunningNode? _node;
    private Chromium? _browser;

    /// <summary>Where the node answers.</summary>
    public Uri Url => _node!.Url;

    /// <summary>A test that looks at nothing starts nothing.</summary>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A tab of a browser that was never there before.</summary>
    public async Task<Tab> TabAsync(int width = 1440, int height = 900, bool dark = false, bool script = true)
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        await StartedAsync();
        return await _browser!.TabAsync(Url, width, height, dark, script);
    }

    /// <summary>The node over HTTP, once it runs.</summary>
    public async Task<NodeHttp> HttpAsync()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        await StartedAsync();
        return new NodeHttp(Url, connections: 2);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_node is not null)
            await _node.DisposeAsync();
        _data.Delete(recursive: true);
        _starting.Dispose();
    }

    private async Task StartedAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _browser ??= await Chromium.StartAsync();
            if (_node is not null)
                return;
            _node = await RunningNode.StartAsync(new NodeStart(_data.FullName)
            {
                Options = ["--demo"],
                Settings = new Dictionary<string, string>
                {
                    ["SUPPLYCHAIN_Webhooks__AllowHttp"] = "true",
                    ["SUPPLYCHAIN_Webhooks__AllowPrivateTargets"] = "true",
                },
            });
            using var http = new NodeHttp(Url, connections: 1);
            var filled = await Deadline.WaitAsync(Patience, async () => await HasAsync(http, "orders", OrdersToSee)
                && await HasAsync(http, "shipments", 1));
            filled.Should().NotBeNull("the demo world begins by itself: {0}", _node.Log);
        }
        finally
        {
            _starting.Release();
        }
    }

    private static async Task<bool> HasAsync(NodeHttp http, string list, int count) =>
        (await http.GetAsync<SeenPage<object>>($"{list}?limit={count}")).Items.Count >= count;
}
