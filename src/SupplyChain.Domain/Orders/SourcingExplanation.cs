using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Says of one line why its warehouses were chosen and the others were not. A rejected warehouse is judged by what
/// would happen if it served these units instead while everything else stayed as it is.
/// </summary>
internal sealed class SourcingExplanation(SourcingModel model, SourcingOutcome outcome, DateOnly date)
{
    /// <summary>A warehouse that never came to a comparison.</summary>
    private const SourcingRule Unusable = 0;

    /// <summary>Costs are per kilogram in 10⁻⁹ US dollars, weights in milligrams.</summary>
    private const double NanoUsdMilligrams = 1e15;

    private static readonly Comparison<Miss> NearestFirst = static (a, b) =>
        a.Goal != b.Goal ? b.Goal.CompareTo(a.Goal)
        : a.Column != b.Column ? ((uint)a.Column).CompareTo((uint)b.Column)
        : a.Warehouse.CompareTo(b.Warehouse);

    private readonly SourcingNetwork _network = model.Network;
    private readonly List<Miss> _misses = [];

    /// <summary>Why units of a line come from a column.</summary>
    public AllocationReason Chosen(int group, int row, int column)
    {
        var subject = model.Groups[group];
        if (subject.Lines[row].Pinned is not null)
            return new(SourcingRule.Pinned, [], RejectedWarehouses.None.Others);
        _misses.Clear();
        for (var index = 0; index < subject.ColumnOf.Length; index++)
        {
            var candidate = subject.Availability.Candidates[index];
            var other = subject.ColumnOf[index];
            if (!SourcingModel.Allows(subject.Lines[row], candidate.Warehouse)
                || (other >= 0 && outcome.Taken(group, row, other) > 0))
            {
                continue;
            }
            var (goal, reason) = UnusableBecause(subject, index) is { } unusable
                ? (Unusable, unusable)
                : Compare(group, row, column, other);
            _misses.Add(new(goal, other, candidate.Warehouse, reason));
        }

        var others = subject.Availability.Others;
        var rule = RuleOf(others);
        var wanted = new Wanted(subject, outcome.Taken(group, row, column));
        var (rejected, counted) = Summarize(others, wanted);
        return rule == SourcingRule.OnlyCandidate
            ? new(rule, rejected, counted)
            : new(rule, rejected, counted, EqualBefore(rule, others), Figures(wanted, column));
    }

    /// <summary>Why the rest of a line comes from nowhere.</summary>
    public RejectedWarehouses Missing(int group, int row)
    {
        var subject = model.Groups[group];
        var line = subject.Lines[row];
        var isPinKnown = false;
        _misses.Clear();
        for (var index = 0; index < subject.ColumnOf.Length; index++)
        {
            var candidate = subject.Availability.Candidates[index];
            isPinKnown |= line.Pinned == candidate.Warehouse;
            var column = subject.ColumnOf[index];
            if (SourcingModel.Allows(line, candidate.Warehouse)
                && (UnusableBecause(subject, index) ?? UselessBecause(group, row, column)) is { } reason)
            {
                _misses.Add(new(Unusable, column, candidate.Warehouse, reason));
            }
        }

        if (line.Pinned is { } pinned && !isPinKnown)
            _misses.Add(new(Unusable, -1, pinned, RejectionReason.NoStock));
        return Summarize(line.Pinned is null ? subject.Availability.Others : RejectedWarehouses.None.Others, null);
    }

    private static RejectionReason? UnusableBecause(SourcingGroup group, int candidate) =>
        (group.Availability.Candidates[candidate], group.Available[candidate]) switch
        {
            ({ Open: false }, _) => RejectionReason.Closed,
            (_, <= 0) => RejectionReason.NoStock,
            ({ Rationed: true }, _) => RejectionReason.Rationed,
            _ => null,
        };

    /// <summary>Null if it could help: then only the rest of a ship-complete order stands in the way.</summary>
    private RejectionReason? UselessBecause(int group, int row, int column)
    {
        var subject = model.Groups[group];
        var served = outcome.TakenBy(group, row);
        if (served == subject.Lines[row].Quantity)
            return null;
        if (outcome.Free(group, column) == 0)
            return RejectionReason.NoStock;
        var splitsLine = subject.IsWhole && served > 0 && outcome.Taken(group, row, column) == 0;
        var splitsOrder = outcome.IsAtLimit && !outcome.Ships(subject.Warehouses[column]);
        return splitsLine || splitsOrder ? RejectionReason.MoreSplits : null;
    }

    private (SourcingRule Goal, RejectionReason Reason) Compare(int group, int row, int column, int other)
    {
        var subject = model.Groups[group];
        if (outcome.Free(group, other) < outcome.Taken(group, row, column))
            return (SourcingRule.MostUnits, RejectionReason.NoStock);
        var (chosen, rejected) = (subject.Warehouses[column], subject.Warehouses[other]);
        if (subject.Fit(row, other) < subject.Fit(row, column))
            return (SourcingRule.OnTime, Unlocated(rejected) ?? RejectionReason.Later);
        if (outcome.CostsShipment(chosen, rejected))
            return (SourcingRule.FewestShipments, RejectionReason.MoreSplits);
        return ComparePreference(chosen, rejected, hasWeight: subject.Milligrams > 0);
    }

    private (SourcingRule Goal, RejectionReason Reason) ComparePreference(int chosen, int rejected, bool hasWeight)
    {
        if (_network.Band[rejected] > _network.Band[chosen])
            return (SourcingRule.PriorityBand, RejectionReason.LowerBand);
        if (_network.IsLocated(chosen) && Unlocated(rejected) is { } unlocated)
            return (hasWeight ? SourcingRule.LowestCost : SourcingRule.EarliestArrival, unlocated);
        if (hasWeight && _network.CostPerKg[rejected] > _network.CostPerKg[chosen])
            return (SourcingRule.LowestCost, RejectionReason.Costlier);
        if (_network.Days[rejected] > _network.Days[chosen])
            return (SourcingRule.EarliestArrival, RejectionReason.Later);

        // Equal in every goal: whatever else can truly be said of it.
        return (SourcingRule.Id, Unlocated(rejected) ?? (_network.DistanceKm[rejected] > _network.DistanceKm[chosen]
            ? RejectionReason.Farther
            : RejectionReason.MoreSplits));
    }

    private RejectionReason? Unlocated(int warehouse) =>
        _network.IsLocated(warehouse) ? null : RejectionReason.UnknownLocation;

    private SourcingRule RuleOf(ImmutableSortedDictionary<RejectionReason, int> others)
    {
        var rule = Unusable;
        foreach (var miss in _misses)
            rule = miss.Goal > rule ? miss.Goal : rule;
        if (rule != Unusable)
            return rule;
        foreach (var (reason, _) in others)
            rule = (SourcingRule)Math.Max((int)rule, (int)GoalBehind(reason));
        return rule != Unusable ? rule : SourcingRule.OnlyCandidate;
    }

    /// <summary>The goal by which a warehouse was ruled out before sourcing.</summary>
    private static SourcingRule GoalBehind(RejectionReason reason) => reason switch
    {
        RejectionReason.MoreSplits => SourcingRule.FewestShipments,
        RejectionReason.LowerBand => SourcingRule.PriorityBand,
        RejectionReason.Farther or RejectionReason.Costlier or RejectionReason.UnknownLocation
            => SourcingRule.LowestCost,
        RejectionReason.Later => SourcingRule.EarliestArrival,
        _ => Unusable,
    };

    private RejectedWarehouses Summarize(ImmutableSortedDictionary<RejectionReason, int> others, Wanted? wanted)
    {
        if (_misses.Count == 0 && others.IsEmpty)
            return RejectedWarehouses.None;
        _misses.Sort(NearestFirst);
        // Of units that were found the best three say why; of those that are missing every place is worth a look.
        var most = wanted is null ? Rejections.MaxNamed : Rejections.MaxWithFigures;
        var named = new RejectedWarehouse[Math.Min(_misses.Count, most)];
        for (var index = 0; index < named.Length; index++)
            named[index] = Named(_misses[index], wanted);
        if (_misses.Count > named.Length)
            others = CountBeyond(named.Length, others);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(named), others);
    }

    private RejectedWarehouse Named(Miss miss, Wanted? wanted) => wanted is { } compared && miss.Goal != Unusable
        ? new(miss.Warehouse, miss.Reason, miss.Goal, Figures(compared, miss.Column))
        : new(miss.Warehouse, miss.Reason);

    /// <summary>How many were equal after each goal before the one that decided.</summary>
    private Items<int> EqualBefore(SourcingRule rule, ImmutableSortedDictionary<RejectionReason, int> others)
    {
        var equal = new int[(int)rule - 1];
        for (var goal = 1; goal < (int)rule; goal++)
        {
            var still = 1;
            foreach (var miss in _misses)
                still += (int)miss.Goal > goal ? 1 : 0;
            foreach (var (reason, count) in others)
                still += (int)GoalBehind(reason) > goal ? count : 0;
            equal[goal - 1] = still;
        }

        return equal.ToItems();
    }

    private WarehouseFigures Figures(Wanted wanted, int column)
    {
        var warehouse = wanted.Of.Warehouses[column];
        var isLocated = _network.IsLocated(warehouse);
        var cost = (double)wanted.Of.Milligrams * wanted.Units * _network.CostPerKg[warehouse] / NanoUsdMilligrams;
        return new(
            wanted.Of.AvailableAt(column),
            _network.Band[warehouse],
            isLocated ? (int)Math.Round(_network.DistanceKm[warehouse]) : null,
            isLocated ? date.AddDays(_network.Days[warehouse]) : null,
            isLocated && wanted.Of.Milligrams > 0 ? Math.Round((decimal)cost, 2) : null);
    }

    private ImmutableSortedDictionary<RejectionReason, int> CountBeyond(
        int named, ImmutableSortedDictionary<RejectionReason, int> others)
    {
        var counts = others.ToBuilder();
        for (var index = named; index < _misses.Count; index++)
            counts[_misses[index].Reason] = counts.GetValueOrDefault(_misses[index].Reason) + 1;
        return counts.ToImmutable();
    }

    /// <summary>The units an explanation is about.</summary>
    private readonly record struct Wanted(SourcingGroup Of, long Units);

    private readonly record struct Miss(SourcingRule Goal, int Column, WarehouseId Warehouse, RejectionReason Reason);
}
