namespace SupplyChain.Shipments;

/// <summary>When an order line is wanted, as it is stored.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Scheduled">The date it counts against; null when none.</param>
public sealed record LineSchedule(int Line, DateOnly? Scheduled)
{
    /// <summary>A line of the command.</summary>
    public static LineSchedule Of(ScheduledLine line) => new(line.Line, line.Scheduled);

    /// <summary>The date as a shipment is told of it.</summary>
    public ScheduledLine ToContract() => new(Line, Scheduled);
}
