using System.Numerics;

namespace SupplyChain.Orders;

/// <summary>
/// The best set of warehouses. Reserved units and units on time only grow with the set, so the fewest shipments are
/// found by trying sets by size until one serves as well as all warehouses together; among sets of that size the later
/// goals decide. For a given set each product is solved by itself (<see cref="SourcingFill"/>).
/// </summary>
internal sealed class SourcingSearch
{
    /// <summary>All sets of 12 warehouses; with more, the search succeeds while small sets suffice.</summary>
    private const int MaxSets = 1 << 12;

    /// <summary>Steps for lines that compete for the same stock; about a tenth of a second.</summary>
    private const int MaxSteps = 10_000_000;

    /// <summary>Sets are bit masks.</summary>
    private const int MaxWarehouses = 60;

    private readonly SourcingNetwork _network;
    private readonly SourcingFill[] _fills;
    private readonly SourcingBudget _steps = new(MaxSteps);
    private readonly ulong _used;
    private SourcingScore _best;
    private ulong _bestSet;
    private int _bestSize;
    private int _sets;

    private SourcingSearch(SourcingModel model)
    {
        _network = model.Network;
        _fills = new SourcingFill[model.Groups.Length];
        for (var index = 0; index < _fills.Length; index++)
            _fills[index] = SourcingFill.For(model.Groups[index], _steps);
        _used = First(_network.Ids.Length) & ~First(_network.NewCount);
    }

    /// <summary>The best allocation, one table per product; null if it could not be proven within the budget.</summary>
    public static long[][]? Find(SourcingModel model)
    {
        if (model.Network.Ids.Length > MaxWarehouses)
            return null;
        var search = new SourcingSearch(model);
        if (!search.Run())
            return null;
        var takes = search.Take(model);
        return search._steps.IsExhausted ? null : takes;
    }

    private static ulong First(int count) => (1UL << count) - 1;

    private bool Run()
    {
        var goal = Service(First(_network.Ids.Length));
        _best = Score(_used);
        _bestSet = _used;
        Span<int> pool = stackalloc int[_network.NewCount];
        for (var warehouse = 0; warehouse < pool.Length; warehouse++)
            pool[warehouse] = warehouse;
        ulong needed = 0;
        for (var size = 1; size <= _network.MaxNew && _best.CompareService(goal) != 0; size++)
        {
            // One warehouse is usually enough; only after that is it worth asking which ones nothing replaces.
            if (size == 2 && _network.MaxNew == _network.NewCount)
            {
                needed = Needed(goal);
                pool = pool[..Without(needed, pool)];
            }

            if (!TrySize(size, needed, pool))
                return false;
        }

        return !_steps.IsExhausted;
    }

    /// <summary>Warehouses without which the order is served worse: every set that serves it best has them.</summary>
    private ulong Needed(SourcingScore goal)
    {
        ulong needed = 0;
        for (var warehouse = 0; warehouse < _network.NewCount; warehouse++)
        {
            if (Service(First(_network.Ids.Length) & ~(1UL << warehouse)).CompareService(goal) != 0)
                needed |= 1UL << warehouse;
        }

        return needed;
    }

    private static int Without(ulong set, Span<int> pool)
    {
        var count = 0;
        foreach (var warehouse in pool)
        {
            if ((set >> warehouse & 1) == 0)
                pool[count++] = warehouse;
        }

        return count;
    }

    private bool TrySize(int size, ulong needed, ReadOnlySpan<int> pool)
    {
        var chosen = size - BitOperations.PopCount(needed);
        if (chosen == 0)
            Consider(needed | _used, size);
        if (chosen <= 0)
            return true;
        var end = 1UL << pool.Length;
        for (var combination = First(chosen); combination < end; combination = Next(combination))
        {
            if (_sets++ == MaxSets || _steps.IsExhausted)
                return false;
            var set = needed | _used;
            for (var bits = combination; bits != 0; bits &= bits - 1)
                set |= 1UL << pool[BitOperations.TrailingZeroCount(bits)];
            Consider(set, size);
        }

        return true;
    }

    /// <summary>The next larger number with as many bits (Gosper; Knuth, TAOCP 7.1.3).</summary>
    private static ulong Next(ulong set)
    {
        var lowest = set & (~set + 1);
        var ripple = set + lowest;
        return (((ripple ^ set) / lowest) >> 2) | ripple;
    }

    private void Consider(ulong set, int size)
    {
        if (!MayServeAsWell(set))
            return;
        var compared = Service(set).CompareService(_best);
        if (compared > 0 || (compared == 0 && size > _bestSize))
            return;
        var score = Score(set);
        if (compared == 0 && score.CompareTo(_best) >= 0)
            return;
        (_best, _bestSet, _bestSize) = (score, set, size);
    }

    private bool MayServeAsWell(ulong set)
    {
        long missing = 0;
        foreach (var fill in _fills)
        {
            missing += fill.LeastMissing(set);
            if (missing > _best.Missing)
                return false;
        }

        return true;
    }

    private SourcingScore Service(ulong set)
    {
        long missing = 0, late = 0;
        foreach (var fill in _fills)
        {
            var service = fill.Service(set);
            missing += service.Missing;
            late += service.Late;
        }

        return new() { Missing = missing, Late = late };
    }

    private SourcingScore Score(ulong set)
    {
        var score = default(SourcingScore);
        foreach (var fill in _fills)
            score += fill.Score(set);
        return score;
    }

    private long[][] Take(SourcingModel model)
    {
        var takes = new long[_fills.Length][];
        for (var index = 0; index < takes.Length; index++)
        {
            takes[index] = new long[model.Groups[index].Lines.Length * model.Groups[index].Warehouses.Length];
            _fills[index].Fill(_bestSet, takes[index]);
        }

        return takes;
    }
}
