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
    private readonly long _units;
    private readonly DateTimeOffset _now;
    private readonly string _chosen;
    private readonly Func<WarehouseId, string> _name;

    public WhyWords(AllocationDetails allocation, Func<WarehouseId, string> name, DateTimeOffset now)
    {
        (_why, _name, _chosen) = (allocation.Why, name, name(allocation.Warehouse));
        (_units, _now) = (allocation.Quantity, now);
        Lost = FindLost();
    }

    /// <summary>The rule in two or three words.</summary>
    public string Rule => RuleOf(_why.Rule);

    /// <summary>Who else there was.</summary>
    public string Others => _why.Rule switch
    {
        SourcingRule.Pinned => "The order names the warehouse of this line, so no other was considered.",
        SourcingRule.OnlyCandidate when Total == 0 => "No other warehouse holds this product.",
        _ when _why.Equal is { Count: > 0 } equal => Narrowed(equal),
        _ => $"{Planner.Words.Count(Total, "other warehouse")} considered: {Planner.Words.List(Counts())}.",
    };

    /// <summary>What decided.</summary>
    public string Decided => _why.Rule switch
    {
        SourcingRule.Pinned => $"{_chosen} it is.",
        SourcingRule.OnlyCandidate => $"{_chosen} is the only one that can supply it.",
        SourcingRule.MostUnits => $"{_chosen} has more units to give{Than()}{Figures}.",
        SourcingRule.OnTime => $"{_chosen} brings more units on time{Than()}{Figures}.",
        SourcingRule.FewestShipments => $"From {_chosen} the order needs fewer shipments{Than("than from")}.",
        SourcingRule.PriorityBand => $"{_chosen} is in a better priority band{Than()}{Figures}.",
        SourcingRule.LowestCost => $"{_chosen} costs less{Than()}{Figures}.",
        SourcingRule.EarliestArrival => $"From {_chosen} it arrives earlier{Than("than from")}{Figures}.",
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

    /// <summary>The nearest misses: who, at which goal (empty when that is not sure), because of what, and its figures
    /// then (empty when they were not kept).</summary>
    public IReadOnlyList<(string Warehouse, string Goal, string Because, string Figures)> Lost { get; }

    /// <summary>Whether figures were kept of any candidate.</summary>
    public bool HasFigures => Lost.Any(lost => lost.Figures.Length > 0);

    /// <summary>Candidates without a name, as a sentence; empty when all are named.</summary>
    public string More => _why.Others.Count == 0
        ? ""
        : $"{Planner.Words.Number(_why.Others.Values.Sum())} more: "
            + Planner.Words.List([.. _why.Others.Select(other => $"{other.Value} {WhyPhrases.Phrase(other.Key)}")])
            + ".";

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

    /// <summary>What the chosen one and the nearest miss could do, in what decided.</summary>
    private string Figures => _why is { Figures: { } ours, Rejected: [{ Figures: { } theirs }, ..] }
        && Of(_why.Rule, ours) is { } here && Of(_why.Rule, theirs) is { } there
        ? $": {here} against {there}"
        : "";

    private string Than(string than = "than") => Nearest is { } nearest ? $" {than} {nearest}, the nearest miss" : "";

    private List<string> Counts() =>
    [
        .. _why.Rejected.Select(candidate => (candidate.Reason, Count: 1))
            .Concat(_why.Others.Select(other => (Reason: other.Key, Count: other.Value)))
            .GroupBy(one => one.Reason, one => one.Count)
            .OrderByDescending(group => group.Sum())
            .Select(group => $"{Planner.Words.Number(group.Sum())} {WhyPhrases.Phrase(group.Key)}"),
    ];

    /// <summary>The nearest miss stands first, so each lost at the same goal as the one before it, or an earlier
    /// one.</summary>
    private List<(string, string, string, string)> FindLost()
    {
        var (from, to) = Bounds();
        return
        [
            .. _why.Rejected.Select((candidate, index) => (
                _name(candidate.Warehouse),
                candidate.LostAt is { } goal ? Step((int)goal)
                    : candidate.Reason == RejectionReason.NoStock ? Step(1)
                    : from[index] == to[index] ? Step(to[index]) : "",
                WhyPhrases.Because(candidate.Reason),
                Then(candidate))),
        ];
    }

    private string Then(RejectedCandidate candidate)
    {
        if (candidate is not { Figures: { } theirs, LostAt: { } goal })
            return "";
        var (there, here) = (Of(goal, theirs), _why.Figures is { } ours ? Of(goal, ours) : null);
        return there is null ? $"{Planner.Words.Number(theirs.Available)} available"
            : here is null || here == there ? there
            : $"{there} against {here}";
    }

    /// <summary>The figure a goal compares; null when it was not known, or when the goal compares none.</summary>
    private string? Of(SourcingRule goal, CandidateFigures figures) => goal switch
    {
        SourcingRule.MostUnits => $"{Planner.Words.Number(figures.Available)} available",
        SourcingRule.OnTime or SourcingRule.EarliestArrival when figures.Arrival is { } day =>
            Planner.Words.Date(day, _now),
        SourcingRule.PriorityBand => $"band {figures.Band}",
        SourcingRule.LowestCost when figures.CostUsd is { } cost => Planner.Words.Usd(cost),
        SourcingRule.Id when figures.DistanceKm is { } km => $"{Planner.Words.Number(km)} km",
        _ => null,
    };

    /// <summary>How the candidates became fewer, goal by goal: "8 could send all 91, 2 in the best band."</summary>
    private string Narrowed(Items<int> equal)
    {
        List<string> parts = [$"{Planner.Words.Count(Total + 1, "warehouse")} considered"];
        var before = Total + 1;
        for (var goal = 1; goal <= equal.Count; goal++)
        {
            var still = equal[goal - 1];
            if (still != before || goal == 1)
            {
                var count = still == before ? "all" : Planner.Words.Number(still);
                parts.Add(WhyPhrases.Still((SourcingRule)goal, count, _units));
            }

            before = still;
        }

        return $"{string.Join(", ", parts)}.";
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
        if (_why.Equal is { } kept && goal <= kept.Count)
            return kept[goal - 1];
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
            {
                return null;
            }
            equal += goals.Length > 0 && goals[0] > goal ? count : 0;
        }

        return equal;
    }
}
