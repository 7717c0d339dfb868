namespace SupplyChain.Transfers;

/// <summary>Everything the read tables keep of a transfer.</summary>
/// <param name="Details">The transfer.</param>
/// <param name="Holds">Units reserved at the source, by line and shipment; empty without one.</param>
internal sealed record TransferRow(
    TransferDetails Details, IReadOnlyDictionary<(int Line, string Shipment), long> Holds)
{
    /// <summary>The row of a state; null while there is no transfer.</summary>
    public static TransferRow? Of(Transfer transfer) => transfer.Details() is not { } details ? null : new(
        details,
        transfer.Reservations.Where(units => !units.HasLeft)
            .GroupBy(units => (units.Key.Line, units.Shipment?.Value ?? ""), units => units.Quantity)
            .ToDictionary(held => held.Key, held => held.Sum()));
}
