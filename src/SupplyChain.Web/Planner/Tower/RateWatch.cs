using SupplyChain.Access;
using SupplyChain.Operations;

namespace SupplyChain.Planner.Tower;

/// <summary>
/// Measures how much the cluster records, also without viewers, so that the first one sees the last hour. It asks once
/// per measurement, which spans ten seconds.
/// </summary>
internal sealed partial class RateWatch(
    [FromKeyedServices(NodeClient.Name)] SupplyChainClient chain, RateHistory history, TimeProvider time,
    ILogger<RateWatch> logger) : BackgroundService
{
    /// <summary>A node says what it recorded over so long.</summary>
    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(SampleInterval, time);
        while (await WaitAsync(clock, stoppingToken))
        {
            try
            {
                var status = await chain.Operations.StatusAsync(stoppingToken);
                history.Add(time.GetUtcNow(), status.EventsPerSecond);
            }
            catch (Exception failure)
            {
                // The minute has one measurement less, and the chart a gap if it has none.
                Missed(logger, failure);
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer clock, CancellationToken stopping)
    {
        try
        {
            return await clock.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "How much is recorded could not be asked")]
    private static partial void Missed(ILogger logger, Exception failure);
}
