using System.Buffers;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// The warehouses that the lines of a proposal name, and which of them each mention means. One that two lines say
/// different things of stands in it twice.
/// </summary>
internal readonly struct CompactCandidates : IDisposable
{
    private readonly (WarehouseId Warehouse, WarehouseFigures? Figures)[] _candidates;
    private readonly int[] _mentions;
    private readonly int _count;

    /// <summary>Those that units come from and those that were rejected for them, in the order of the units.</summary>
    public CompactCandidates(Items<ProposedUnits> units)
    {
        var mentions = units.Count;
        foreach (var unit in units.AsSpan())
            mentions += unit.Why.Rejected.Length;
        _candidates = ArrayPool<(WarehouseId, WarehouseFigures?)>.Shared.Rent(mentions);
        _mentions = ArrayPool<int>.Shared.Rent(mentions);
        var mention = 0;
        var last = 0;
        foreach (var unit in units.AsSpan())
        {
            _mentions[mention++] = last = Find(unit.Warehouse, unit.Why.Figures, last, ref _count);
            foreach (var rejected in unit.Why.Rejected.AsSpan())
                _mentions[mention++] = last = Find(rejected.Warehouse, rejected.Figures, last, ref _count);
        }
    }

    /// <summary>Each once; without figures where no line has them.</summary>
    public ReadOnlySpan<(WarehouseId Warehouse, WarehouseFigures? Figures)> All => _candidates.AsSpan(0, _count);

    /// <summary>The candidate that a mention means.</summary>
    public int this[int mention] => _mentions[mention];

    /// <inheritdoc/>
    public void Dispose()
    {
        _candidates.AsSpan(0, _count).Clear();
        ArrayPool<(WarehouseId, WarehouseFigures?)>.Shared.Return(_candidates);
        ArrayPool<int>.Shared.Return(_mentions);
    }

    /// <summary>Looks behind the last one found first: lines name the same warehouses in much the same order.</summary>
    private int Find(WarehouseId warehouse, WarehouseFigures? figures, int last, ref int count)
    {
        for (int step = 0, at = last; step < count; step++)
        {
            at = at + 1 < count ? at + 1 : 0;
            var known = _candidates[at];
            if (known.Warehouse == warehouse && Fits(known.Figures, figures))
            {
                _candidates[at].Figures ??= figures;
                return at;
            }
        }
        _candidates[count] = (warehouse, figures);
        return count++;
    }

    private static bool Fits(WarehouseFigures? known, WarehouseFigures? figures) =>
        known is null || figures is null
        || (known.Band == figures.Band && known.DistanceKm == figures.DistanceKm && known.Arrival == figures.Arrival);
}
