namespace SupplyChain.Demo;

/// <summary>Where the simulation begins: in a new world, or where it was.</summary>
internal sealed class Beginning(Opening opening, Resumption resumption, SimulationClock clock)
{
    private const int MaxLaidOutAtOnce = 16;

    /// <summary>Lays a new world out, or takes an existing one up; answers with the simulated present.</summary>
    public async Task<DateTimeOffset> FindAsync(CancellationToken cancellationToken)
    {
        var began = await opening.BeganAsync(cancellationToken);
        if (began is { } known
            && await resumption.LastHourAsync(known, clock.RealNow, cancellationToken) is { } reached)
        {
            clock.Reach(reached);
            await resumption.TakeUpAsync(reached, cancellationToken);
            return reached;
        }

        var start = began ?? clock.Earliest;
        clock.Reach(start);
        await opening.LayOutAsync(start, new ParallelOptions
        {
            MaxDegreeOfParallelism = MaxLaidOutAtOnce,
            CancellationToken = cancellationToken,
        });
        return start;
    }
}
