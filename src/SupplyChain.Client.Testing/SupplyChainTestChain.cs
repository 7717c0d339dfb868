using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SupplyChain;

/// <summary>
/// A whole SupplyChain in the process of a test: the actors, rules, journal and lists of a real node, behind the
/// <see cref="SupplyChainClient"/> that an ERP system uses. It starts in a second or two and answers in milliseconds,
/// so that a class of tests shares one; its files lie in a folder of the system's for temporary files, and go with it.
/// </summary>
public sealed class SupplyChainTestChain : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan SettleTimeout = TimeSpan.FromSeconds(30);

    private readonly FailingCalls _failing;
    private readonly string _data;
    private readonly IHost _host;
    private int _worlds;

    private SupplyChainTestChain(string data, IHost host, TestClock clock)
    {
        (_data, _host, Clock, _failing) = (data, host, clock, new(clock));
        Client = ClientOf("demo", _failing);
    }

    /// <summary>The client, as a program that is connected has it.</summary>
    public SupplyChainClient Client { get; }

    /// <summary>What time it is there.</summary>
    public TestClock Clock { get; }

    /// <summary>The actors themselves.</summary>
    internal IGrainFactory Actors => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts one.</summary>
    /// <param name="now">What time it is there at the beginning; null for the present.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<SupplyChainTestChain> StartAsync(
        DateTimeOffset? now = null, CancellationToken cancellationToken = default)
    {
        var data = Directory.CreateTempSubdirectory("supplychain-test-").FullName;
        var clock = new TestClock(now);
        try
        {
            return new(data, await TestNode.StartAsync(data, clock, cancellationToken), clock);
        }
        catch
        {
            Directory.Delete(data, recursive: true);
            throw;
        }
    }

    /// <summary>A client of another tenant, which has nothing yet: no warehouse, no product, no order.</summary>
    public SupplyChainClient NewWorld() => ClientOf($"world-{Interlocked.Increment(ref _worlds)}", _failing);

    /// <summary>
    /// Makes the next calls of its clients fail, in the order in which failures were asked for. The client does not
    /// repeat them, as if its deadline were over.
    /// </summary>
    /// <param name="failure">How.</param>
    /// <param name="calls">How many, 1 or more.</param>
    /// <param name="call">Only calls of this name, such as <c>order.place</c> (the name of the call's activity and the
    /// tag <c>call</c> of its metrics); null for any.</param>
    public void FailNext(CallFailure failure, int calls = 1, string? call = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        _failing.Add(failure, calls, call);
    }

    /// <summary>Takes back the failures that no call has met yet.</summary>
    public void StopFailing() => _failing.Clear();

    /// <summary>
    /// Waits until nothing is under way any more: what commands began is finished, and lists, counts, figures and
    /// exceptions show it. Entities that are asked for by their id need no waiting.
    /// </summary>
    /// <exception cref="TimeoutException">Something is still under way after 30 s.</exception>
    public async Task SettleAsync(CancellationToken cancellationToken = default)
    {
        var undisturbed = ClientOf(Client.Tenant, null).Operations;
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var status = await undisturbed.StatusAsync(cancellationToken);
            if (status.DueWork == 0 && status.ProjectedEvent == status.LastEvent)
                return;
            if (TimeProvider.System.GetElapsedTime(begun) > SettleTimeout)
                throw new TimeoutException($"Still under way: {status.DueWork} streams, {status.LagMs} ms of events.");
            await Task.Delay(PollInterval, cancellationToken);
        }
    }

    /// <summary>Stops it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private SupplyChainClient ClientOf(TenantId tenant, ICallEdge? edge) =>
        SupplyChainClient.Over(Actors, new() { Tenant = tenant, Actor = "test" }, Clock, edge);
}
