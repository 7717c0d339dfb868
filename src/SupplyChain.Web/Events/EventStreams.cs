using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>The streams of events that this process has open.</summary>
internal sealed class EventStreams(WebOptions options, IHostApplicationLifetime host, TimeProvider time)
{
    private int _open;

    /// <summary>Ends when the process is to stop.</summary>
    public CancellationToken Stopping => host.ApplicationStopping;

    /// <summary>What waits are measured by.</summary>
    public TimeProvider Time => time;

    /// <summary>A stream, or that there are too many.</summary>
    public IResult Open(SupplyChainClient client, EventQuery query, string? after)
    {
        if (Interlocked.Increment(ref _open) <= options.MostEventStreams)
            return new EventStream(this, client, query, after);
        Leave();
        return Problems.Of(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>A stream ended.</summary>
    public void Leave() => Interlocked.Decrement(ref _open);
}
