using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace SupplyChain.Operations;

/// <inheritdoc cref="IBalanceService"/>
[GrainType("balance"), Reentrant]
public sealed class BalanceService(
    GrainId id, Silo silo, ILoggerFactory logs, Balance balance, ISiloDeparture departure)
    : GrainService(id, silo, logs), IBalanceService
{
    /// <inheritdoc/>
    public Task<SiloLoad> Load() => Task.FromResult(balance.Load());

    /// <inheritdoc/>
    public Task Drain()
    {
        departure.Begin();
        return Task.CompletedTask;
    }
}
