using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Between the signal to stop and the stop: the node still answers, but says that it is not ready, so that the
/// load balancer sends no new requests.
/// </summary>
internal sealed class Drain(DrainOptions options) : IHealthCheck
{
    private volatile bool _begun;

    /// <summary>How long it takes.</summary>
    public TimeSpan Notice => options.Notice;

    /// <summary>From now on the node is not ready.</summary>
    public void Begin() => _begun = true;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_begun ? HealthCheckResult.Unhealthy("The node stops.") : HealthCheckResult.Healthy());
}
