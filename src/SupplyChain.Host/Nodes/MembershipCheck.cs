using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;

namespace SupplyChain.Host.Nodes;

/// <summary>Whether the cluster takes this node's silo for an active one.</summary>
internal sealed class MembershipCheck(IClusterMembershipService membership, ILocalSiloDetails self) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = membership.CurrentSnapshot.GetSiloStatus(self.SiloAddress);
        return Task.FromResult(status == SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The silo is not active in the cluster but {status}."));
    }
}
