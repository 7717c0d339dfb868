using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain;

/// <summary>Whether an actor answers: the cluster is there and the journal can be read.</summary>
internal sealed class ReadyCheck(
    [FromKeyedServices(NodeClient.Name)] SupplyChainClient chain) : IHealthCheck
{
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await chain.Warehouses.GetAsync("health", cancellationToken).WaitAsync(ProbeTimeout, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (QuotaExceededException)
        {
            return HealthCheckResult.Healthy(); // It answered, and said no.
        }
        catch (Exception failure) when (failure is BusyException or UnavailableException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("No actor answers.", failure);
        }
    }
}
