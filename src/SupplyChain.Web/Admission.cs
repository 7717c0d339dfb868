using System.Threading.RateLimiting;

namespace SupplyChain;

/// <summary>
/// Lets a bounded number of requests in at once. The others wait; the youngest goes first, and who has left is not
/// served any more: after an outage everybody has sent everything again, and the callers of the oldest are gone.
/// </summary>
internal sealed class Admission(WebOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = options.RequestsAtOnce,
        QueueLimit = options.RequestsWaiting,
        QueueProcessingOrder = QueueProcessingOrder.NewestFirst,
    });

    /// <summary>Lets a request in, or refuses it.</summary>
    /// <exception cref="BusyException">Too many wait already.</exception>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var admitted = await _limiter.AcquireAsync(1, context.HttpContext.RequestAborted);
        return admitted.IsAcquired
            ? await next(context)
            : throw new BusyException("Too many requests wait in this node; nothing was stored.");
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
