using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Shipments;

/// <summary>How much of a line arrived. All three end the journey of those units.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Delivered">Units that arrived well.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units the customer refused.</param>
[SchemaName("DeliveredLine")]
public sealed record DeliveredLineAnswer(
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    [property: Range(0, Limits.MaxQuantity)] long Delivered,
    [property: Range(0, Limits.MaxQuantity)] long Damaged,
    [property: Range(0, Limits.MaxQuantity)] long Refused)
{
    internal static DeliveredLineAnswer Of(DeliveredLine line) =>
        new(line.Line, line.Delivered, line.Damaged, line.Refused);
}
