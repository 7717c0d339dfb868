using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SupplyChain.Host.Nodes;

/// <summary>Whether lists can be answered: not while their tables are new and being filled.</summary>
internal sealed class ListsCheck(IProjection projection) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(projection.IsFilling
            ? HealthCheckResult.Unhealthy("The lists are made anew and not yet complete.")
            : HealthCheckResult.Healthy());
}
