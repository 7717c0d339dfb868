using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Compares allocations of one problem by the goals of sourcing, without the last one: which of two warehouses comes
/// first by its id is no reason to move goods.
/// </summary>
internal sealed class SourcingComparison(SourcingModel model)
{
    /// <summary>Units as a table per product; null when one of the places is of no use in this problem.</summary>
    public long[][]? TakesOf(IReadOnlyCollection<(int Line, WarehouseId Warehouse, long Units)> allocation)
    {
        var takes = Array.ConvertAll(model.Groups, group => new long[group.Lines.Length * group.Warehouses.Length]);
        var rows = new Dictionary<int, (int Group, int Row)>();
        for (var group = 0; group < model.Groups.Length; group++)
        {
            for (var row = 0; row < model.Groups[group].Lines.Length; row++)
                rows[model.Groups[group].Lines[row].Line] = (group, row);
        }

        foreach (var (line, warehouse, units) in allocation)
        {
            var (group, row) = rows[line];
            var column = Array.FindIndex(
                model.Groups[group].Warehouses, index => model.Network.Ids[index] == warehouse);
            if (column < 0)
                return null;
            takes[group][(row * model.Groups[group].Warehouses.Length) + column] += units;
        }

        return takes;
    }

    /// <summary>Less than 0 when the first is better.</summary>
    public int Compare(long[][] a, long[][] b)
    {
        var (scoreA, scoreB) = (Score(a), Score(b));
        var service = scoreA.CompareService(scoreB);
        if (service != 0)
            return service;
        var shipments = FurtherShipments(a).CompareTo(FurtherShipments(b));
        return shipments != 0 ? shipments : scoreA.CompareTo(scoreB);
    }

    /// <summary>The better allocation, in which each line stays where it is unless moving it is what betters the
    /// whole.</summary>
    public long[][] Staying(long[][] better, long[][] now)
    {
        var result = better;
        for (var group = 0; group < model.Groups.Length; group++)
        {
            var width = model.Groups[group].Warehouses.Length;
            for (var row = 0; row < model.Groups[group].Lines.Length; row++)
            {
                var stays = now[group].AsSpan(row * width, width);
                if (stays.SequenceEqual(result[group].AsSpan(row * width, width)))
                    continue;
                var candidate = Array.ConvertAll(result, take => (long[])take.Clone());
                stays.CopyTo(candidate[group].AsSpan(row * width, width));
                if (Fits(candidate[group], group) && FurtherShipments(candidate) <= model.Network.MaxNew
                    && Compare(candidate, result) <= 0)
                {
                    result = candidate;
                }
            }
        }

        return result;
    }

    private bool Fits(long[] take, int group)
    {
        var subject = model.Groups[group];
        for (var column = 0; column < subject.Warehouses.Length; column++)
        {
            long units = 0;
            for (var row = 0; row < subject.Lines.Length; row++)
                units += take[(row * subject.Warehouses.Length) + column];
            if (units > subject.Stock[column])
                return false;
        }

        return true;
    }

    private SourcingScore Score(long[][] takes)
    {
        var score = default(SourcingScore);
        for (var group = 0; group < takes.Length; group++)
            score += model.Groups[group].Score(takes[group]);
        return score with { IdRank = 0 };
    }

    private int FurtherShipments(long[][] takes)
    {
        var used = new HashSet<int>();
        for (var group = 0; group < takes.Length; group++)
        {
            var warehouses = model.Groups[group].Warehouses;
            for (var cell = 0; cell < takes[group].Length; cell++)
            {
                var warehouse = warehouses[cell % warehouses.Length];
                if (takes[group][cell] > 0 && warehouse < model.Network.NewCount)
                    used.Add(warehouse);
            }
        }

        return used.Count;
    }
}
