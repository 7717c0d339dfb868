namespace SupplyChain.Inventory;

/// <summary>Units of a reservation that left a warehouse with a shipment, or came back from it, as they are
/// stored.</summary>
/// <param name="Reservation">The reservation they were held under.</param>
/// <param name="Quantity">Units.</param>
public sealed record IssuedUnits(ReservationKey Reservation, long Quantity)
{
    /// <summary>What a stock item or a shipment said.</summary>
    public static IssuedUnits Of(IssueGoodsLine line) => new(line.Reservation, line.Quantity);

    /// <summary>The units as other actors are told of them.</summary>
    public IssueGoodsLine ToContract() => new(Reservation, Quantity);
}
