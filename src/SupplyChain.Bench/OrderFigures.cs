namespace SupplyChain.Bench;

/// <summary>What one run measured; null is unknown.</summary>
internal sealed record OrderFigures
{
    /// <summary>What took the orders.</summary>
    public required string By { get; init; }

    /// <summary>Which round it was, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>What the clients did.</summary>
    public required string Workload { get; init; }

    /// <summary>Which products were wanted.</summary>
    public required string Skew { get; init; }

    /// <summary>How many clients there were.</summary>
    public required int Clients { get; init; }

    /// <summary>How many operations a second were due; null when each was as soon as the last was answered.</summary>
    public required int? Rate { get; init; }

    /// <summary>Operations that were done while it was measured and are in the lists at its end.</summary>
    public required double OrdersPerSecond { get; init; }

    /// <summary>Operations that were acknowledged while it was measured, orders as fully allocated.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>The same per second.</summary>
    public required double AcknowledgedPerSecond { get; init; }

    /// <summary>The same by what was done.</summary>
    public required IReadOnlyDictionary<string, double> AcknowledgedPerSecondOf { get; init; }

    /// <summary>The median of the latencies.</summary>
    public required double P50Ms { get; init; }

    /// <summary>The latency one in a hundred exceeded.</summary>
    public required double P99Ms { get; init; }

    /// <summary>The latency one in a thousand exceeded.</summary>
    public required double P999Ms { get; init; }

    /// <summary>The longest.</summary>
    public required double MaxMs { get; init; }

    /// <summary>Operations that were refused or not answered, and orders that were not fully allocated.</summary>
    public required long Errors { get; init; }

    /// <summary>The median of how long these took.</summary>
    public required double ErrorP50Ms { get; init; }

    /// <summary>What one in a hundred of them exceeded.</summary>
    public required double ErrorP99Ms { get; init; }

    /// <summary>Operations that were due and had not even been begun at the end.</summary>
    public required long Overdue { get; init; }

    /// <summary>What an order that counts cost.</summary>
    public required CostPerOrder PerOrder { get; init; }

    /// <summary>Share of the time the nodes stood still for their garbage collection.</summary>
    public required double? GcPausePercent { get; init; }

    /// <summary>Events the journal took.</summary>
    public required double? EventsPerSecond { get; init; }

    /// <summary>How far the lists were behind; null where there are none beside what is written.</summary>
    public required LagFigures? Lag { get; init; }

    /// <summary>Whether it could go on like this: the lists keep up, and the clients are not a second late.</summary>
    public bool Sustained => Lag is not { KeptUp: false } && !(Overdue > Rate);
}
