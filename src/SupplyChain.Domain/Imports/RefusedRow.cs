using SupplyChain.Orders;

namespace SupplyChain.Imports;

/// <summary>What is known of a row that was refused: null is what cannot be read.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Column">The column of its first fault; empty for the whole row.</param>
/// <param name="Order">The order it belongs to.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Country">Where it goes.</param>
/// <param name="Line">Its line.</param>
internal sealed record RefusedRow(
    int Number, string Column, OrderId? Order, CustomerId? Customer = null, string? Country = null, int? Line = null)
{
    /// <summary>Whether the order is a guess, because the row's cells are out of place.</summary>
    public bool MayBeOfAnother { get; init; }
}
