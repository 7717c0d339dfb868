using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace SupplyChain.Operations;

/// <summary>
/// Spreads the actors evenly: looks each second, and gives what this silo has beyond its share to those that have less,
/// and what belongs into another region to it, a bounded number at once, idle actors first. When the node stops,
/// everything is given away before the silo leaves.
/// </summary>
public sealed class Rebalancer(
    Balance balance, Homes homes, ActorRegistry actors, ActorMetrics metrics, ILocalSiloDetails self,
    TimeProvider time, ILogger<Rebalancer> log)
    : BackgroundService
{
    private const int MaxConcurrentMoves = 64;
    private static readonly TimeSpan RoundInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MoveTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);
    private (long Since, int Moved)? _session;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        balance.Leave();
        var since = time.GetTimestamp();
        for (var moved = 1; moved > 0 && actors.Count > 0 && time.GetElapsedTime(since) < ShutdownTimeout;)
        {
            (_, moved) = await RoundAsync(cancellationToken); // What is always busy stays, and ends with the silo.
        }
        EndSession();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RoundInterval, time);
        var due = time.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                balance.Noticed(time.GetElapsedTime(due) - RoundInterval);
                if ((await RoundAsync(stoppingToken)).Wanted == 0)
                {
                    EndSession();
                }
                due = time.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    /// <summary>Moves what is too much, for about a second; then the counts are read again.</summary>
    /// <returns>How many were to be moved, and how many were.</returns>
    private async Task<(int Wanted, int Moved)> RoundAsync(CancellationToken stopping)
    {
        var loads = await balance.LoadsAsync();
        if (!loads.ContainsKey(self.SiloAddress))
        {
            return (0, 0);
        }
        homes.Learn(loads);
        await homes.LearnAsync(actors.Ids, stopping);
        var since = time.GetTimestamp();
        var (wanted, moved) = (0, 0);
        await Parallel.ForEachAsync(
            Moves.Of(self.SiloAddress, loads, actors.IdleFirst(), homes.AnyRegion ? HomesOf : null)
                .TakeWhile(_ => time.GetElapsedTime(since) < RoundInterval && !stopping.IsCancellationRequested),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = MaxConcurrentMoves,
                CancellationToken = CancellationToken.None,
            },
            async (move, _) =>
            {
                Interlocked.Increment(ref wanted);
                if (await MoveAsync(move.Actor, move.Target))
                {
                    Interlocked.Increment(ref moved);
                }
            });
        if (wanted > 0)
        {
            _session = (_session?.Since ?? since, (_session?.Moved ?? 0) + moved);
        }
        return (wanted, moved);
    }

    private IReadOnlyList<SiloAddress> HomesOf(IMovableActor actor) => homes.Of(actor.Context.GrainId);

    /// <summary>Moves one; a silo that takes long to let it go does not hold back the others.</summary>
    private async Task<bool> MoveAsync(IMovableActor actor, SiloAddress target)
    {
        try
        {
            actor.Context.Migrate(new() { [IPlacementDirector.PlacementHintKey] = target });
            await actor.Context.Deactivated.WaitAsync(MoveTimeout, time);
            metrics.Migrated(actor.Kind);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void EndSession()
    {
        if (_session is var (since, moved))
        {
            log.Rebalanced(moved, time.GetElapsedTime(since).TotalSeconds, actors.Count);
            _session = null;
        }
    }
}
