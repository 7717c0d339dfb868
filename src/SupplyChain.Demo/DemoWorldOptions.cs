namespace SupplyChain.Demo;

/// <summary>How the demo world runs. Configuration section <c>Demo</c>.</summary>
public sealed class DemoWorldOptions
{
    /// <summary>What everything random grows from.</summary>
    public ulong Seed { get; set; } = 20260301;

    /// <summary>How long ago the simulation begins; 1 to 3,650 days.</summary>
    public TimeSpan Past { get; set; } = TimeSpan.FromDays(120);

    /// <summary>Simulated hours per second until it has reached the present, 0.01 to 24.</summary>
    public double HoursPerSecond { get; set; } = 1;

    /// <summary>Orders per simulated hour in the long run, 0.1 to 100.</summary>
    public double OrdersPerHour { get; set; } = 4;

    internal void Check()
    {
        OptionFaults.Refuse(
            Past < TimeSpan.FromDays(1) || Past > TimeSpan.FromDays(3_650), this,
            $"Demo:Past {Past} is not from 1 to 3,650 days.");
        OptionFaults.Refuse(
            HoursPerSecond is not (>= 0.01 and <= 24), this,
            $"Demo:HoursPerSecond {HoursPerSecond} is not from 0.01 to 24.");
        OptionFaults.Refuse(
            OrdersPerHour is not (>= 0.1 and <= 100), this,
            $"Demo:OrdersPerHour {OrdersPerHour} is not from 0.1 to 100.");
    }
}
