using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Between the signal to stop and the stop: the node still answers, but says that it is not ready, so that the
/// load balancer sends no new requests.
/// </summary>
internal sealed class Drain : IHealthCheck
{
    private static readonly TimeSpan NoticeLimit = TimeSpan.FromMinutes(10);
    private volatile bool _begun;

    /// <summary>How long it takes; <c>Drain:Notice</c>.</summary>
    public TimeSpan Notice { get; set; }

    /// <summary>Makes sure that the node will stop.</summary>
    /// <exception cref="VerbException">The notice is too long, or none.</exception>
    public void Check()
    {
        if (Notice < TimeSpan.Zero || Notice > NoticeLimit)
        {
            throw new VerbException(
                $"Drain:Notice {Notice} is not from 00:00:00 to {NoticeLimit} (hours:minutes:seconds).",
                ExitCode.BadUsage);
        }
    }

    /// <summary>From now on the node is not ready.</summary>
    public void Begin() => _begun = true;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_begun ? HealthCheckResult.Unhealthy("The node stops.") : HealthCheckResult.Healthy());
}
