using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>Which of two shipments is worse off.</summary>
internal static class TowerOrder
{
    /// <summary>
    /// What met with something on its way is worst, then what is late, at risk, and unknown; among equals what arrives
    /// the most days after its promise, and what is due first.
    /// </summary>
    public static IComparer<ShipmentSummary> WorseLast { get; } = Comparer<ShipmentSummary>.Create(Compare);

    private static int Compare(ShipmentSummary one, ShipmentSummary other)
    {
        var (left, right) = (Rank(one), Rank(other));
        return left != right ? left.CompareTo(right) : string.CompareOrdinal(other.Id.Value, one.Id.Value);
    }

    private static (int Worse, int DaysAfter, int Due) Rank(ShipmentSummary shipment) => (
        shipment.Exception is null ? (int)(shipment.Standing ?? 0) : int.MaxValue,
        TowerWords.DaysAfter(shipment) ?? int.MinValue,
        -(shipment.Promise ?? DateOnly.MaxValue).DayNumber);
}
