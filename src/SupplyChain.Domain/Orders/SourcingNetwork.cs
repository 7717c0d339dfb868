using System.Collections.Immutable;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// The warehouses an order could use, numbered: first those that would be a further shipment, then those the order
/// ships from anyway, each by id.
/// </summary>
internal sealed class SourcingNetwork
{
    /// <summary>Days to a ship-to, or from a warehouse, whose place is not known.</summary>
    public const int UnknownDays = int.MaxValue;

    private const double NanoUsdPerKgOfUsdPerTonne = 1e6;

    private readonly Dictionary<WarehouseId, int> _indexes;
    private int[]? _rankWithCost;
    private int[]? _rankWithoutCost;

    public SourcingNetwork(SourcingProblem problem, HashSet<WarehouseId> usable)
    {
        var used = problem.AlreadyUsed.IsDefaultOrEmpty ? [] : problem.AlreadyUsed.ToHashSet();
        Ids = [.. usable];
        Array.Sort(Ids, (a, b) => used.Contains(a) != used.Contains(b)
            ? used.Contains(a).CompareTo(used.Contains(b))
            : a.CompareTo(b));
        _indexes = new(Ids.Length);
        for (var index = 0; index < Ids.Length; index++)
            _indexes.Add(Ids[index], index);
        NewCount = Array.FindIndex(Ids, used.Contains) is var first and >= 0 ? first : Ids.Length;
        MaxNew = problem.MaxShipments is { } most ? Math.Clamp(most - used.Count, 0, NewCount) : NewCount;
        IdRank = NewCount == Ids.Length ? InOrder() : RankBy((a, b) => Ids[a].CompareTo(Ids[b]));
        Band = new int[Ids.Length];
        Days = new int[Ids.Length];
        DistanceKm = new double[Ids.Length];
        CostPerKg = new long[Ids.Length];
        Array.Fill(Band, SourcingProblem.DefaultPriorityBand);
        Array.Fill(Days, UnknownDays);
        Array.Fill(DistanceKm, double.PositiveInfinity);
        foreach (var warehouse in problem.Warehouses.AsSpan())
        {
            if (_indexes.TryGetValue(warehouse.Warehouse, out var index))
                Place(index, warehouse, problem.ShipTo);
        }
    }

    public WarehouseId[] Ids { get; }

    /// <summary>How many warehouses would be a further shipment; they have the lowest numbers.</summary>
    public int NewCount { get; }

    /// <summary>How many of those the order may use.</summary>
    public int MaxNew { get; }

    public int[] IdRank { get; }

    public int[] Band { get; }

    /// <summary>Days from dispatch to arrival.</summary>
    public int[] Days { get; }

    public double[] DistanceKm { get; }

    /// <summary>Transport in 10⁻⁹ US dollars per kilogram; whole, so that sums do not depend on their order.</summary>
    public long[] CostPerKg { get; }

    /// <summary>Preference by the goals from the priority band on, for goods of known weight.</summary>
    public int[] RankWithCost => _rankWithCost ??= RankBy((a, b) => Compare(a, b, withCost: true));

    /// <summary>The same for goods of unknown weight, whose cost is not known anywhere.</summary>
    public int[] RankWithoutCost => _rankWithoutCost ??= RankBy((a, b) => Compare(a, b, withCost: false));

    public int IndexOf(WarehouseId warehouse) => _indexes.GetValueOrDefault(warehouse, -1);

    public bool IsLocated(int index) => Days[index] != UnknownDays;

    private void Place(int index, SourcingWarehouse warehouse, GeoPoint? shipTo)
    {
        Band[index] = warehouse.PriorityBand;
        if (warehouse.Location is not { } from || shipTo is not { } to)
            return;
        var distanceKm = GreatCircle.DistanceKm(from, to);
        var mode = TransportMode.For(null, distanceKm);
        DistanceKm[index] = distanceKm;
        Days[index] = mode.TransitDays(distanceKm);
        CostPerKg[index] = (long)Math.Round((double)mode.UsdPerTonneKm * distanceKm * NanoUsdPerKgOfUsdPerTonne);
    }

    private int Compare(int a, int b, bool withCost)
    {
        if (Band[a] != Band[b])
            return Band[a].CompareTo(Band[b]);
        if (IsLocated(a) != IsLocated(b))
            return IsLocated(a) ? -1 : 1;
        if (withCost && CostPerKg[a] != CostPerKg[b])
            return CostPerKg[a].CompareTo(CostPerKg[b]);
        return Days[a] != Days[b] ? Days[a].CompareTo(Days[b]) : IdRank[a].CompareTo(IdRank[b]);
    }

    private int[] RankBy(Comparison<int> comparison)
    {
        var order = InOrder();
        order.AsSpan().Sort(comparison);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        return ranks;
    }

    private int[] InOrder()
    {
        var order = new int[Ids.Length];
        for (var index = 0; index < order.Length; index++)
            order[index] = index;
        return order;
    }
}
