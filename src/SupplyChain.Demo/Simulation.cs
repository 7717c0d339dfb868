using Microsoft.Extensions.Logging;

namespace SupplyChain.Demo;

/// <summary>Moves the demo world on to a later instant: everything in between is done, some of it at once.</summary>
internal sealed class Simulation(
    IEnumerable<IPlan> plans, Agenda agenda, SimulationClock clock, DayBook dayBook, ILogger<Simulation> log)
{
    private const int MaxConcurrentErrands = 8;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromHours(6);

    /// <summary>Does everything after <paramref name="from"/>, up to and with <paramref name="to"/>.</summary>
    public async Task AdvanceAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        clock.Reach(to);
        var planned = LocalTime.Hours(from, to)
            .SelectMany(hour => plans.SelectMany(plan => plan.During(hour)))
            .Where(errand => errand.At > from && errand.At <= to);
        var due = planned.Concat(agenda.TakeUntil(to)).OrderBy(errand => errand.At).ToArray();
        var limit = new ParallelOptions
        {
            MaxDegreeOfParallelism = MaxConcurrentErrands,
            CancellationToken = cancellationToken,
        };
        while (due.Length > 0)
        {
            await Parallel.ForEachAsync(due, limit, RunAsync);
            due = [.. agenda.TakeUntil(to)];
        }

        dayBook.Reach(to, agenda.Count);
    }

    /// <summary>An errand has no caller: one that fails is told, put off, and holds up no other.</summary>
    private async ValueTask RunAsync(Errand errand, CancellationToken cancellationToken)
    {
        try
        {
            await errand.Run(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.Failed(failure, errand.Subject);
            agenda.Add(errand with { At = clock.Now + RetryDelay });
        }
    }
}
