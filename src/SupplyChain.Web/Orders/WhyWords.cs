using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>The reason of an allocation in a planner's words: a sentence, the goals in order, who lost where.</summary>
internal sealed class WhyWords
{
    /// <summary>What a warehouse that never came to a comparison lost at.</summary>
    private const int BeforeTheGoals = 0;

    private static readonly string[] Goals =
        ["", "Most units", "On time", "Fewest shipments", "Priority band", "Lowest cost", "Earliest arrival", "Id"];

    private readonly Why _why;
    private readonly string _chosen;
    private readonly Func<WarehouseId, string> _name;

    public WhyWords(AllocationDetails allocation, Func<WarehouseId, string> name)
    {
        (_why, _name, _chosen) = (allocation.Why, name, name(allocation.Warehouse));
        Lost = FindLost();
    }

    /// <summary>The rule in two or three words.</summary>
    public string Rule => RuleOf(_why.Rule);

    /// <summary>Who else there was.</summary>
    public string Others => _why.Rule switch
    {
        SourcingRule.Pinned => "The order names the warehouse of this line, so no other was considered.",
        SourcingRule.OnlyCandidate when Total == 0 => "No other warehouse holds this product.",
        _ => $"{Planner.Words.Count(Total, "other warehouse")} considered: {Planner.Words.List(Counts())}.",
    };

    /// <summary>What decided.</summary>
    public string Decided => _why.Rule switch
    {
        SourcingRule.Pinned => $"{_chosen} it is.",
        SourcingRule.OnlyCandidate => $"{_chosen} is the only one that can supply it.",
        SourcingRule.MostUnits => $"{_chosen} has more units to give{Than()}.",
        SourcingRule.OnTime => $"{_chosen} brings more units on time{Than()}.",
        SourcingRule.FewestShipments => $"From {_chosen} the order needs fewer shipments{Than("than from")}.",
        SourcingRule.PriorityBand => $"{_chosen} is in a better priority band{Than()}.",
        SourcingRule.LowestCost => $"{_chosen} costs less{Than()}.",
        SourcingRule.EarliestArrival => $"From {_chosen} it arrives earlier{Than("than from")}.",
        SourcingRule.Id => $"{_chosen} and {Nearest ?? "others"} are equal in every goal; the lower id decided.",
        _ => $"{_chosen} was chosen.",
    };

    /// <summary>Whether goals were compared at all.</summary>
    public bool HasLadder => _why.Rule is >= SourcingRule.MostUnits and <= SourcingRule.Id;

    /// <summary>The goals in order and what each did.</summary>
    public IEnumerable<(int Number, string Goal, string Kind, string Text)> Ladder =>
        Enumerable.Range(1, 7).Select(goal => goal.CompareTo((int)_why.Rule) switch
        {
            < 0 => (goal, Goals[goal], "tie", Equal(goal) is { } equal ? $"{equal} equal" : "did not decide"),
            0 => (goal, Goals[goal], "hit", $"decided: {_chosen}"),
            _ => (goal, Goals[goal], "", "not needed"),
        });

    /// <summary>The nearest misses: who, at which goal (empty when that is not sure), because of what.</summary>
    public IReadOnlyList<(string Warehouse, string Goal, string Because)> Lost { get; }

    /// <summary>Those without a name, as a sentence; empty when everybody is named.</summary>
    public string More => _why.Others.Count == 0
        ? ""
        : $"{Planner.Words.Number(_why.Others.Values.Sum())} more: "
            + $"{Planner.Words.List([.. _why.Others.Select(other => $"{other.Value} {Phrase(other.Key)}")])}.";

    private int Total => _why.Rejected.Length + _why.Others.Values.Sum();

    private string? Nearest => _why.Rejected.IsEmpty ? null : _name(_why.Rejected[0].Warehouse);

    /// <summary>The rule in two or three words.</summary>
    public static string RuleOf(SourcingRule rule) => rule switch
    {
        SourcingRule.Pinned => "Named by the order",
        SourcingRule.OnlyCandidate => "Only candidate",
        >= SourcingRule.MostUnits and <= SourcingRule.Id => Goals[(int)rule],
        _ => rule.ToString(),
    };

    /// <summary>A reason as part of a sentence that counts.</summary>
    public static string Phrase(RejectionReason reason) => reason switch
    {
        RejectionReason.NoStock => "with too few units",
        RejectionReason.Closed => "closed",
        RejectionReason.Farther => "farther away",
        RejectionReason.Later => "would arrive later",
        RejectionReason.Costlier => "would cost more",
        RejectionReason.MoreSplits => "would split the order further",
        RejectionReason.LowerBand => "in a lower priority band",
        RejectionReason.Rationed => "keeping stock for lines that wait",
        RejectionReason.UnknownLocation => "at an unknown place",
        _ => reason.ToString(),
    };

    private static string Because(RejectionReason reason) => reason switch
    {
        RejectionReason.NoStock => "too few units left",
        RejectionReason.Closed => "it is closed",
        RejectionReason.Farther => "farther away, equal otherwise",
        RejectionReason.Later => "arrives later",
        RejectionReason.Costlier => "costs more",
        RejectionReason.MoreSplits => "would split the order further",
        RejectionReason.LowerBand => "lower priority band",
        RejectionReason.Rationed => "its stock is kept for lines that wait",
        RejectionReason.UnknownLocation => "where it is, is not known",
        _ => reason.ToString(),
    };

    /// <summary>The goals a reason can stand for.</summary>
    private static int[] GoalsOf(RejectionReason reason) => reason switch
    {
        RejectionReason.NoStock => [0, 1],
        RejectionReason.Later => [2, 6],
        RejectionReason.MoreSplits => [3, 7],
        RejectionReason.LowerBand => [4],
        RejectionReason.Costlier => [5],
        RejectionReason.Farther => [7],
        RejectionReason.UnknownLocation => [2, 5, 6, 7],
        _ => [0],
    };

    private string Than(string than = "than") => Nearest is { } nearest ? $" {than} {nearest}, the nearest miss" : "";

    private List<string> Counts() =>
    [
        .. _why.Rejected.Select(candidate => (candidate.Reason, Count: 1))
            .Concat(_why.Others.Select(other => (Reason: other.Key, Count: other.Value)))
            .GroupBy(one => one.Reason, one => one.Count)
            .OrderByDescending(group => group.Sum())
            .Select(group => $"{Planner.Words.Number(group.Sum())} {Phrase(group.Key)}"),
    ];

    /// <summary>The nearest miss stands first, so each lost at the same goal as the one before it, or an earlier
    /// one.</summary>
    private List<(string, string, string)> FindLost()
    {
        var (from, to) = Bounds();
        return
        [
            .. _why.Rejected.Select((candidate, index) => (
                _name(candidate.Warehouse),
                candidate.Reason == RejectionReason.NoStock ? Step(1)
                    : from[index] == to[index] ? Step(to[index]) : "",
                Because(candidate.Reason))),
        ];
    }

    private static string Step(int goal) => goal == BeforeTheGoals ? "before the goals" : $"{goal} {Goals[goal]}";

    /// <summary>The earliest and the latest goal each named one can have lost at.</summary>
    private (int[] From, int[] To) Bounds()
    {
        var rejected = _why.Rejected;
        var (from, to) = (new int[rejected.Length], new int[rejected.Length]);
        var bound = HasLadder ? (int)_why.Rule : BeforeTheGoals;
        for (var index = 0; index < rejected.Length; index++)
        {
            var below = GoalsOf(rejected[index].Reason).Where(goal => goal <= bound).DefaultIfEmpty(bound);
            bound = to[index] = below.Max();
        }

        bound = BeforeTheGoals;
        for (var index = rejected.Length - 1; index >= 0; index--)
        {
            var above = GoalsOf(rejected[index].Reason).Where(goal => goal >= bound && goal <= to[index]);
            // The nearest miss lost where it was decided.
            bound = from[index] = index == 0 && HasLadder ? to[0] : above.DefaultIfEmpty(to[index]).Min();
        }

        return (from, to);
    }

    /// <summary>How many were still equal after a goal, the chosen one included; null when that is not known for
    /// sure.</summary>
    private int? Equal(int goal)
    {
        var (from, to) = Bounds();
        var equal = 1;
        for (var index = 0; index < to.Length; index++)
        {
            if (from[index] <= goal && to[index] > goal)
                return null;
            equal += from[index] > goal ? 1 : 0;
        }

        foreach (var (reason, count) in _why.Others)
        {
            var goals = GoalsOf(reason).Where(other => other <= (int)_why.Rule).ToArray();
            if (reason is RejectionReason.Farther or RejectionReason.UnknownLocation
                || (goals.Any(other => other <= goal) && goals.Any(other => other > goal)))
                return null;
            equal += goals.Length > 0 && goals[0] > goal ? count : 0;
        }

        return equal;
    }
}
