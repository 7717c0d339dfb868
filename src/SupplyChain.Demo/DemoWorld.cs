using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupplyChain.Demo;

/// <summary>
/// A living supply chain for newcomers. It begins some months ago, runs through them at an hour a second, and keeps to
/// the real time once it has reached it. After any kind of end it goes on where it was.
/// </summary>
internal sealed class DemoWorld(
    Beginning beginning, Simulation simulation, Pace pace, IHostApplicationLifetime lifetime, ILogger<DemoWorld> log)
    : BackgroundService
{
    private static readonly TimeSpan FailureBackoff = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            while (true)
                await LiveAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>The process must not end because its demo does.</summary>
    private async Task LiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(await beginning.FindAsync(cancellationToken), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.Failed(failure, nameof(DemoWorld));
            await Task.Delay(FailureBackoff, cancellationToken);
        }
    }

    private async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var past = true; ;)
        {
            var next = await pace.NextAsync(now, cancellationToken);
            await simulation.AdvanceAsync(now, next, cancellationToken);
            now = next;
            if (past && pace.AtPresent)
                log.ReachedThePresent();
            past = !pace.AtPresent;
        }
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
