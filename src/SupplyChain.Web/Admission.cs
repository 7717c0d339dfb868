using System.Threading.RateLimiting;

namespace SupplyChain;

/// <summary>
/// Lets a bounded number of requests in at once. The others wait; the youngest goes first, and who has left is not
/// served any more: after an outage all callers have sent everything again, and the callers of the oldest are gone.
/// Who has waited too long is told to come again while he still listens. Neither costs an exception's way through the
/// server: who is overloaded refuses far more than he serves.
/// </summary>
internal sealed class Admission(WebOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = options.RequestsAtOnce,
        QueueLimit = options.RequestsWaiting,
        QueueProcessingOrder = QueueProcessingOrder.NewestFirst,
    });

    /// <summary>Lets a request in, or answers 429.</summary>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var admitted = await EnterAsync(context.HttpContext.RequestAborted);
        return admitted is { IsAcquired: true } ? await next(context) : Problems.Of(429);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private async ValueTask<RateLimitLease?> EnterAsync(CancellationToken left)
    {
        var free = _limiter.AttemptAcquire();
        if (free.IsAcquired)
            return free;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(left);
        patience.CancelAfter(options.LongestWait);
        try
        {
            return await _limiter.AcquireAsync(1, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
