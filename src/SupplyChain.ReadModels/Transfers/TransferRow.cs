namespace SupplyChain.Transfers;

/// <summary>Everything the read tables keep of a transfer.</summary>
/// <param name="Details">The transfer.</param>
/// <param name="Holds">Units reserved at the source.</param>
internal sealed record TransferRow(TransferDetails Details, Items<TransferHold> Holds)
{
    /// <summary>The row of a state; null while there is no transfer.</summary>
    public static TransferRow? Of(Transfer transfer) => transfer.Details() is not { } details ? null : new(
        details,
        transfer.Reservations.Where(units => !units.HasLeft)
            .GroupBy(units => (units.Key.Line, units.Shipment?.Value ?? ""), units => units.Quantity)
            .Select(held => new TransferHold(held.Key, held.Sum())).ToItems());
}

/// <summary>Units of a line that are reserved at the source.</summary>
/// <param name="Place">The line, and the shipment that takes them; empty without one.</param>
/// <param name="Units">How many.</param>
internal sealed record TransferHold((int Line, string Shipment) Place, long Units);
