using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace SupplyChain.Operations;

/// <summary>
/// Lets actors leave memory that need not be in it: soon when they are settled, after a while of silence when they wait
/// for something. One read of the journal brings each of them back. Orleans would keep all of them for the same time,
/// and looks each minute.
/// </summary>
internal sealed class IdleActors(ActorRegistry actors, TimeProvider time) : BackgroundService
{
    /// <summary>Few at once, so that who is asked something meanwhile does not wait for those that leave.</summary>
    private const int MaxConcurrentDepartures = 4;

    private static readonly TimeSpan RoundInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DepartureTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Has actors leave memory; each takes what is asked of it meanwhile to its next activation.</summary>
    public async Task LeaveAsync(IEnumerable<IMovableActor> overdue, CancellationToken stopping)
    {
        var limit = new ParallelOptions
        {
            MaxDegreeOfParallelism = MaxConcurrentDepartures, CancellationToken = CancellationToken.None,
        };
        await Parallel.ForEachAsync(
            overdue.TakeWhile(_ => !stopping.IsCancellationRequested), limit,
            async (actor, _) =>
            {
                actor.Context.Deactivate(
                    new(DeactivationReasonCode.ActivationIdle, "It has been idle."), CancellationToken.None);
                await actor.Context.Deactivated.WaitAsync(DepartureTimeout, time, CancellationToken.None)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            });
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RoundInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LeaveAsync(actors.Overdue(), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }
}
