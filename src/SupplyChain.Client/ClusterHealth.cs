using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupplyChain.Access;

namespace SupplyChain;

/// <summary>Whether the cluster answers this program; see <see cref="ClusterHealthServices"/>.</summary>
internal sealed class ClusterHealth(SupplyChainClient client) : IHealthCheck
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.AskAsync(AnswerTimeout, cancellationToken);
            return HealthCheckResult.Healthy("The cluster answers.");
        }
        catch (BusyException busy)
        {
            return HealthCheckResult.Degraded(busy.Message);
        }
        catch (Exception failure) when (failure is UnavailableException or AccessDeniedException)
        {
            return new(context.Registration.FailureStatus, failure.Message, failure);
        }
    }
}
