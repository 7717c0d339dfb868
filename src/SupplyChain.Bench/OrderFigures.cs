namespace SupplyChain.Bench;

/// <summary>What one run measured; null is unknown.</summary>
internal sealed record OrderFigures
{
    /// <summary>Which products were wanted.</summary>
    public required string Skew { get; init; }

    /// <summary>How many clients there were.</summary>
    public required int Clients { get; init; }

    /// <summary>Orders that were placed while it was measured and are in the lists at its end.</summary>
    public required double OrdersPerSecond { get; init; }

    /// <summary>Orders that were acknowledged fully allocated while it was measured.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>The same per second.</summary>
    public required double AcknowledgedPerSecond { get; init; }

    /// <summary>The median of the latencies.</summary>
    public required double P50Ms { get; init; }

    /// <summary>The latency one in a hundred exceeded.</summary>
    public required double P99Ms { get; init; }

    /// <summary>The longest.</summary>
    public required double MaxMs { get; init; }

    /// <summary>Orders that were refused, not answered, or not fully allocated.</summary>
    public required long Errors { get; init; }

    /// <summary>What an order that counts cost.</summary>
    public required CostPerOrder PerOrder { get; init; }

    /// <summary>Share of the time the nodes stood still for their garbage collection.</summary>
    public required double? GcPausePercent { get; init; }

    /// <summary>Events the journal took.</summary>
    public required double? EventsPerSecond { get; init; }

    /// <summary>How far the lists were behind.</summary>
    public required LagFigures Lag { get; init; }

    /// <summary>Whether it could go on like this.</summary>
    public bool Sustained => Lag.KeptUp;
}
