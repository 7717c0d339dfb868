using Microsoft.Extensions.Hosting;

namespace SupplyChain.Journal;

/// <summary>
/// Knows whether this process can write to the journal now. A commit proves it; while there is none, a heartbeat takes
/// the same way through queue, connection and disk, so that a process that stands idle learns of an outage too.
/// </summary>
public sealed class JournalPulse(IJournal journal, JournalMetrics metrics) : BackgroundService
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan IdleThreshold = TimeSpan.FromSeconds(2);

    /// <summary>A database that is merely slow is waited for; a heartbeat by itself gives up after six
    /// seconds.</summary>
    private static readonly TimeSpan MaxWriteAge = TimeSpan.FromSeconds(6);

    /// <summary>A connection that breaks and is there again at once is not worth a refusal.</summary>
    private static readonly TimeSpan FailureGrace = TimeSpan.FromSeconds(1);

    private volatile bool _beating;

    /// <summary>Whether something was written durably just now.</summary>
    public bool IsProven => metrics.EverWritten && IsWell;

    /// <summary>
    /// False when a new request would only wait in vain: it is better refused at once. It is unknown before the first
    /// heartbeat and after the last one; then it is tried.
    /// </summary>
    public bool CanWrite => !_beating || IsWell;

    private bool IsWell => metrics.Failing < FailureGrace && metrics.SinceLastWrite < MaxWriteAge;

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _beating = false;
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _beating = true;
        using var timer = new PeriodicTimer(CheckInterval);
        try
        {
            do
            {
                if (!metrics.EverWritten || metrics.Failing > TimeSpan.Zero || metrics.SinceLastWrite > IdleThreshold)
                {
                    await BeatAsync();
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task BeatAsync()
    {
        try
        {
            await journal.BeatAsync();
        }
        catch (Exception unable) when (unable is JournalUnavailableException or JournalBusyException
            or DeadlineExpiredException)
        {
            // The writer counts its failures and logs them; a full queue or a late beat is proven by the next commit.
        }
    }
}
