using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupplyChain.Journal;

namespace SupplyChain.Host.Nodes;

/// <summary>Whether this node has written to the journal within its last seconds.</summary>
internal sealed class JournalCheck(JournalPulse pulse) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pulse.IsProven
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The journal cannot be written."));
}
