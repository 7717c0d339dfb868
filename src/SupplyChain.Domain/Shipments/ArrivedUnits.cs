namespace SupplyChain.Shipments;

/// <summary>How much of a line a delivery brought, as it is stored. All three end the journey of those units.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Delivered">Units that arrived well.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units the customer refused.</param>
public sealed record ArrivedUnits(int Line, long Delivered, long Damaged = 0, long Refused = 0)
{
    /// <summary>A line of the command.</summary>
    public static ArrivedUnits Of(DeliveredLine line) => new(line.Line, line.Delivered, line.Damaged, line.Refused);

    /// <summary>The units as callers see them.</summary>
    public DeliveredLine ToContract() => new(Line, Delivered, Damaged, Refused);
}
