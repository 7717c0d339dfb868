using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// The goals written down a second time, and the best value any allocation of a small problem has. Shares nothing with
/// the planner but distances and rates.
/// </summary>
internal static class SourcingBruteForce
{
    public static Objective Best(SourcingProblem problem)
    {
        var servings = new List<Serving>();
        foreach (var line in problem.Lines)
        {
            servings.AddRange(Candidates(problem, line).Select(candidate => new Serving(line, candidate.Warehouse, 0)));
        }

        var best = Evaluate(problem, []);
        Enumerate(problem, servings, 0, ref best);
        return best;
    }

    public static Objective Evaluate(SourcingProblem problem, IReadOnlyList<Serving> servings)
    {
        var ids = problem.Lines.SelectMany(line => Candidates(problem, line)).Select(candidate => candidate.Warehouse)
            .Distinct().Order().ToList();
        var goals = new Objective(problem.Lines.Sum(line => line.Quantity), 0, 0, 0, 0, 0, 0, 0)
        {
            NewShipments = servings.Select(serving => serving.Warehouse).Distinct().Except(problem.AlreadyUsed).Count(),
        };
        foreach (var (line, warehouse, units) in servings)
        {
            var known = problem.Warehouses.Where(profile => profile.Warehouse == warehouse).ToList();
            var band = known.Count > 0 ? known[0].PriorityBand : 3;
            var distance = known.Count > 0 && known[0].Location is { } from && problem.ShipTo is { } to
                ? GreatCircle.DistanceKm(from, to)
                : (double?)null;
            var mode = TransportMode.For(null, distance ?? 0);
            var days = distance is { } km ? mode.TransitDays(km) : (int?)null;
            var late = line.Scheduled is { } due && (days is null || problem.Date.AddDays(days.Value) > due);
            goals = goals with
            {
                Missing = goals.Missing - units,
                Late = goals.Late + (late ? units : 0),
                Band = goals.Band + (units * band),
                Unknown = goals.Unknown + (distance is null ? units : 0),
                Cost = goals.Cost + (units * (distance is { } way ? mode.CostUsd(way, line.UnitWeightKg ?? 0) : 0)),
                Days = goals.Days + (units * (days ?? 0)),
                Ids = goals.Ids + (units * ids.IndexOf(warehouse)),
            };
        }

        return goals with { Cost = Math.Round(goals.Cost, 6) };
    }

    public static bool KeepsHardRules(SourcingProblem problem, IReadOnlyList<Serving> servings)
    {
        var used = problem.AlreadyUsed.Distinct().ToList();
        var newShipments = servings.Select(serving => serving.Warehouse).Distinct().Except(used).Count();
        return servings.All(serving => serving.Units > 0
                && Candidates(problem, serving.Line).Any(candidate => candidate.Warehouse == serving.Warehouse))
            && servings.GroupBy(serving => serving.Line).All(line =>
                line.Sum(serving => serving.Units) <= line.Key.Quantity && (problem.AllowSplit || line.Count() == 1))
            && servings.GroupBy(serving => (serving.Line.Sku, serving.Warehouse)).All(stock =>
                stock.Sum(serving => serving.Units) <= Available(problem, stock.Key.Sku, stock.Key.Warehouse))
            && newShipments <= Math.Max(0, (problem.MaxShipments ?? int.MaxValue) - used.Count);
    }

    private static void Enumerate(SourcingProblem problem, List<Serving> servings, int next, ref Objective best)
    {
        if (next == servings.Count)
        {
            var taken = servings.Where(serving => serving.Units > 0).ToList();
            if (KeepsHardRules(problem, taken) && Evaluate(problem, taken) is var goals && goals.CompareTo(best) < 0)
                best = goals;
            return;
        }

        var serving = servings[next];
        var most = Math.Min(serving.Line.Quantity, Available(problem, serving.Line.Sku, serving.Warehouse));
        for (var units = 0L; units <= most; units++)
        {
            servings[next] = serving with { Units = units };
            Enumerate(problem, servings, next + 1, ref best);
        }

        servings[next] = serving;
    }

    private static IEnumerable<StockCandidate> Candidates(SourcingProblem problem, SourcingLine line) =>
        problem.Availability.Where(availability => availability.Sku == line.Sku)
            .SelectMany(availability => availability.Candidates)
            .Where(candidate => candidate is { Open: true, Rationed: false } && Units(problem, candidate) > 0
                && (line.Pinned ?? candidate.Warehouse) == candidate.Warehouse
                && (line.OnlyFrom is null || line.OnlyFrom.Contains(candidate.Warehouse)));

    private static long Available(SourcingProblem problem, Inventory.Sku sku, WarehouseId warehouse) =>
        problem.Availability.Single(availability => availability.Sku == sku)
            .Candidates.Where(candidate => candidate.Warehouse == warehouse)
            .Sum(candidate => Units(problem, candidate));

    /// <summary>Units that are there on the day of the problem and have not expired.</summary>
    public static long Units(SourcingProblem problem, StockCandidate candidate) => candidate.Supplies.All
        .Where(supply => !(supply.AvailableFrom > problem.Date) && !(supply.ExpiresOn < problem.Date))
        .Sum(supply => supply.Quantity);

    internal sealed record Serving(SourcingLine Line, WarehouseId Warehouse, long Units);

    internal sealed record Objective(
        long Missing, long Late, int NewShipments, long Band, long Unknown, decimal Cost, long Days, long Ids)
    {
        public int CompareTo(Objective other) =>
            (Missing, Late, NewShipments, Band, Unknown, Cost, Days).CompareTo(
                (other.Missing, other.Late, other.NewShipments, other.Band, other.Unknown, other.Cost, other.Days))
            is var order && order != 0 ? order : Ids.CompareTo(other.Ids);
    }
}
