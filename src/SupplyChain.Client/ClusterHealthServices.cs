using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SupplyChain;

/// <summary>Registers the health check.</summary>
public static class ClusterHealthServices
{
    /// <summary>
    /// Adds a check that asks the cluster with the registered <see cref="SupplyChainClient"/>: healthy when it answers
    /// within 3 s, degraded when it is busy, else <paramref name="failureStatus"/>, with the reason: no node answers,
    /// or the key is not accepted.
    /// </summary>
    /// <param name="checks">Where it is added.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="failureStatus">What it says when the cluster does not answer; null for unhealthy.</param>
    /// <param name="tags">To select it by.</param>
    public static IHealthChecksBuilder AddSupplyChain(
        this IHealthChecksBuilder checks, string name = "supplychain", HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null) =>
        checks.AddCheck<ClusterHealth>(name, failureStatus, tags ?? []);
}
