using System.Collections.Immutable;
using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>One product of an order: the lines that want it, by number, and the stock that may serve them.</summary>
/// <remarks>
/// A <c>take</c> is a table of units: one row per line, one column per usable warehouse, the preferred one first.
/// </remarks>
internal sealed class SourcingGroup
{
    /// <summary>The heaviest unit that is told apart, in milligrams (a thousand tonnes).</summary>
    private const double MaxMilligrams = 1e12;

    private readonly SourcingNetwork _network;
    private readonly SourcingFit[] _fits;

    public SourcingGroup(
        SourcingNetwork network,
        SourcingProblem problem,
        ArraySegment<SourcingLine> lines,
        SkuAvailability availability)
    {
        _network = network;
        Lines = [.. lines];
        Availability = availability;
        Milligrams = WeightOf(Lines);
        foreach (var line in Lines)
            Demand += line.Quantity;
        ColumnOf = new int[availability.Candidates.Length];
        Available = new long[ColumnOf.Length];
        for (var candidate = 0; candidate < Available.Length; candidate++)
            Available[candidate] = availability.Candidates[candidate].Supplies.On(problem.Date);
        Warehouses = Columns(network, problem.Date);
        Stock = new long[Warehouses.Length];
        for (var candidate = 0; candidate < ColumnOf.Length; candidate++)
        {
            if (ColumnOf[candidate] is var column and >= 0)
                Stock[column] = Math.Min(Demand, Available[candidate]);
        }

        _fits = Fits(problem.Date);
        IsUniform = HasEqualRows();
        IsWhole = !problem.AllowSplit;
    }

    public SourcingLine[] Lines { get; }

    public SkuAvailability Availability { get; }

    /// <summary>Units over all lines.</summary>
    public long Demand { get; }

    /// <summary>The weight of a unit; 0 when it is not known.</summary>
    public long Milligrams { get; }

    /// <summary>The warehouse of each column, as the network numbers it.</summary>
    public int[] Warehouses { get; }

    /// <summary>Units each column has, as far as they could ever be needed.</summary>
    public long[] Stock { get; }

    /// <summary>The column of each candidate of <see cref="Availability"/>, -1 if it is of no use.</summary>
    public int[] ColumnOf { get; }

    /// <summary>Whether a column is as good for one line as for any other.</summary>
    public bool IsUniform { get; }

    /// <summary>Whether a line's units must come from one warehouse.</summary>
    public bool IsWhole { get; }

    /// <summary>Units each candidate has to give on the day of the problem, needed or not.</summary>
    public long[] Available { get; }

    /// <summary>Units a column has to give, needed or not.</summary>
    public long AvailableAt(int column) => Available[Array.IndexOf(ColumnOf, column)];

    public SourcingFit Fit(int row, int column) => _fits[(row * Warehouses.Length) + column];

    /// <summary>Whether every warehouse suits two lines alike.</summary>
    public bool HasSameFits(int row, int otherRow) =>
        _fits.AsSpan(row * Warehouses.Length, Warehouses.Length)
            .SequenceEqual(_fits.AsSpan(otherRow * Warehouses.Length, Warehouses.Length));

    /// <summary>What one unit of a line adds to the score when it comes from a column.</summary>
    public SourcingScore UnitScore(int row, int column)
    {
        var warehouse = Warehouses[column];
        var late = Fit(row, column) == SourcingFit.Late ? 1 : 0;
        return _network.IsLocated(warehouse)
            ? new(0, late, _network.Band[warehouse], 0, UnitCost(warehouse), _network.Days[warehouse],
                _network.IdRank[warehouse])
            : new(0, late, _network.Band[warehouse], 1, 0, 0, _network.IdRank[warehouse]);
    }

    public SourcingScore Score(ReadOnlySpan<long> take)
    {
        var score = new SourcingScore { Missing = Demand };
        for (var column = 0; column < Warehouses.Length; column++)
        {
            long units = 0, late = 0;
            for (var row = 0; row < Lines.Length; row++)
            {
                var taken = take[(row * Warehouses.Length) + column];
                units += taken;
                late += Fit(row, column) == SourcingFit.Late ? taken : 0;
            }

            if (units > 0)
                score += Score(column, units, late);
        }

        return score;
    }

    private SourcingScore Score(int column, long units, long late)
    {
        var warehouse = Warehouses[column];
        var located = _network.IsLocated(warehouse);
        return new(
            -units,
            late,
            units * _network.Band[warehouse],
            located ? 0 : units,
            located ? units * UnitCost(warehouse) : 0,
            located ? units * _network.Days[warehouse] : 0,
            units * _network.IdRank[warehouse]);
    }

    private Int128 UnitCost(int warehouse) => (Int128)Milligrams * _network.CostPerKg[warehouse];

    private int[] Columns(SourcingNetwork network, DateOnly day)
    {
        var preference = Milligrams > 0 ? network.RankWithCost : network.RankWithoutCost;
        var keys = new List<(int Rank, int Candidate, int Warehouse)>(ColumnOf.Length);
        for (var index = 0; index < ColumnOf.Length; index++)
        {
            ColumnOf[index] = -1;
            var candidate = Availability.Candidates[index];
            if (SourcingModel.IsUsable(candidate, day)
                && network.IndexOf(candidate.Warehouse) is var warehouse and >= 0)
            {
                keys.Add((preference[warehouse], index, warehouse));
            }
        }

        keys.Sort(static (a, b) => a.Rank.CompareTo(b.Rank));
        var warehouses = new int[keys.Count];
        for (var column = 0; column < warehouses.Length; column++)
        {
            warehouses[column] = keys[column].Warehouse;
            ColumnOf[keys[column].Candidate] = column;
        }

        return warehouses;
    }

    private SourcingFit[] Fits(DateOnly date)
    {
        var fits = new SourcingFit[Lines.Length * Warehouses.Length];
        for (var row = 0; row < Lines.Length; row++)
        {
            var line = Lines[row];
            var dueDays = line.Scheduled is { } due ? due.DayNumber - date.DayNumber : SourcingNetwork.UnknownDays;
            for (var column = 0; column < Warehouses.Length; column++)
            {
                var warehouse = Warehouses[column];
                fits[(row * Warehouses.Length) + column] =
                    !SourcingModel.Allows(line, _network.Ids[warehouse]) ? SourcingFit.NotAllowed
                    : _network.Days[warehouse] <= dueDays ? SourcingFit.OnTime
                    : SourcingFit.Late;
            }
        }

        return fits;
    }

    private bool HasEqualRows()
    {
        for (var row = 1; row < Lines.Length; row++)
        {
            if (!HasSameFits(0, row))
                return false;
        }

        return true;
    }

    private static long WeightOf(SourcingLine[] lines)
    {
        foreach (var line in lines)
        {
            if (line.UnitWeightKg is > 0 and var kilograms)
                return (long)Math.Clamp(Math.Round(kilograms * 1e6), 1, MaxMilligrams);
        }

        return 0;
    }
}
