using SupplyChain.Inventory;

namespace SupplyChain.Operations.Verification;

/// <summary>A stock item added up from its events alone.</summary>
internal sealed class StockFacts
{
    /// <summary>Units in the warehouse.</summary>
    public long OnHand { get; set; }

    /// <summary>Units reserved.</summary>
    public long Reserved { get; set; }

    /// <summary>What its movements add up to.</summary>
    public StockSums Sums { get; set; }

    /// <summary>Whether lines wait for the product.</summary>
    public bool Rationed { get; set; }

    /// <summary>The reservations.</summary>
    public Dictionary<ReservationKey, long> Reservations { get; } = [];
}
