using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>What a line would get.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units asked for, 1 to 1,000,000,000.</param>
/// <param name="Allocated">Units that would be reserved.</param>
/// <param name="Backordered">Units that would wait.</param>
/// <param name="Allocations">Where they would come from, and why.</param>
/// <param name="Promise">When the last reserved unit would arrive; null when none would, or when unknown.</param>
/// <param name="Waits">Why the rest would wait; null when none would.</param>
[SchemaName("QuotedLine")]
public sealed record QuotedLineAnswer(
    [property: Range(1, Limits.MaxLineNumber)] int Line,
    Sku Sku,
    [property: Range(1, Limits.MaxQuantity)] long Quantity,
    [property: Range(0, Limits.MaxQuantity)] long Allocated,
    [property: Range(0, Limits.MaxQuantity)] long Backordered,
    Items<QuotedUnitsAnswer> Allocations,
    DateOnly? Promise,
    RejectionsAnswer? Waits)
{
    internal static QuotedLineAnswer Of(QuotedLine line) => new(
        line.Line,
        line.Sku,
        line.Quantity,
        line.Allocated,
        line.Backordered,
        line.Allocations.Each(QuotedUnitsAnswer.Of),
        line.Promise,
        RejectionsAnswer.Of(line.Waits));
}
