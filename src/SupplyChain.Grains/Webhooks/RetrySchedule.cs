namespace SupplyChain.Webhooks;

/// <summary>When an event that a receiver did not take is tried again.</summary>
internal static class RetrySchedule
{
    /// <summary>For how long it is tried.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromDays(3);

    /// <summary>The share by which chance shortens or lengthens a wait.</summary>
    private const double Jitter = 0.1;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
        TimeSpan.FromHours(8),
    ];

    private static readonly TimeSpan MaxProbeInterval = TimeSpan.FromMinutes(10);

    /// <summary>The wait after so many failed attempts of one event.</summary>
    public static TimeSpan After(int attempts) => Jittered(Waits[Math.Min(attempts, Waits.Length) - 1]);

    /// <summary>The wait between attempts of any event while the receiver takes none.</summary>
    /// <param name="probes">Which of them it was, from 0: the one that found it.</param>
    public static TimeSpan BetweenProbes(int probes)
    {
        var wait = Waits[Math.Min(probes, Waits.Length - 1)];
        return Jittered(wait < MaxProbeInterval ? wait : MaxProbeInterval);
    }

    private static TimeSpan Jittered(TimeSpan wait) =>
        wait * (1 - Jitter + 2 * Jitter * Random.Shared.NextDouble());
}
