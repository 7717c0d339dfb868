namespace SupplyChain.Orders;

/// <summary>
/// Several lines of one product that may not be split: each line goes to one warehouse. If every line can have the
/// warehouse that is best for it alone, that is the answer; else a depth-first search with a bound finds it, within
/// the budget.
/// </summary>
internal sealed class SourcingAssignment(SourcingGroup group, SourcingBudget budget) : SourcingFill(group)
{
    private readonly int[] _choice = new int[group.Lines.Length];
    private readonly int[] _best = new int[group.Lines.Length];
    private readonly long[] _left = new long[group.Warehouses.Length];
    private readonly long[] _load = new long[group.Warehouses.Length];
    private readonly long[] _take = new long[group.Lines.Length * group.Warehouses.Length];
    private SourcingScore _bestScore;

    public override void Fill(ulong open, Span<long> take)
    {
        Array.Clear(_load);
        var fits = true;
        for (var row = 0; row < Group.Lines.Length; row++)
        {
            var column = _best[row] = BestAlone(open, row);
            if (column < 0)
                continue;
            _load[column] += Math.Min(Group.Lines[row].Quantity, Group.Stock[column]);
            fits &= _load[column] <= Group.Stock[column];
        }

        if (!fits)
            Search(open);
        Write(_best, take);
    }

    private void Search(ulong open)
    {
        Array.Clear(_take);
        Write(_best, _take);
        _bestScore = Group.Score(_take);
        Array.Clear(_load);
        Assign(open, 0, 0);
    }

    private void Assign(ulong open, int row, long missing)
    {
        budget.Spend(1);
        if (missing > _bestScore.Missing || budget.IsExhausted)
            return;
        if (row == Group.Lines.Length)
        {
            Keep();
            return;
        }

        var quantity = Group.Lines[row].Quantity;
        var anywhere = false;
        for (var column = 0; column < Group.Warehouses.Length; column++)
        {
            if (!IsOpen(open, column) || Group.Fit(row, column) == SourcingFit.NotAllowed)
                continue;
            anywhere = true;
            var left = Math.Max(0, Group.Stock[column] - _load[column]);
            _choice[row] = column;
            _load[column] += quantity;
            Assign(open, row + 1, missing + Math.Max(0, quantity - left));
            _load[column] -= quantity;
        }

        if (anywhere)
            return;
        _choice[row] = -1;
        Assign(open, row + 1, missing + quantity);
    }

    private void Keep()
    {
        budget.Spend(_take.Length);
        Array.Clear(_take);
        Write(_choice, _take);
        var score = Group.Score(_take);
        if (score.CompareTo(_bestScore) >= 0)
            return;
        _bestScore = score;
        _choice.CopyTo(_best, 0);
    }

    /// <summary>Serves the lines of each warehouse from what it has, those it serves in time first.</summary>
    private void Write(int[] choice, Span<long> take)
    {
        Group.Stock.CopyTo(_left, 0);
        Write(choice, SourcingFit.OnTime, take);
        Write(choice, SourcingFit.Late, take);
    }

    private void Write(int[] choice, SourcingFit fit, Span<long> take)
    {
        for (var row = 0; row < choice.Length; row++)
        {
            var column = choice[row];
            if (column < 0 || Group.Fit(row, column) != fit)
                continue;
            var units = Math.Min(_left[column], Group.Lines[row].Quantity);
            take[(row * Group.Warehouses.Length) + column] = units;
            _left[column] -= units;
        }
    }

    private int BestAlone(ulong open, int row)
    {
        var best = -1;
        for (var column = 0; column < Group.Warehouses.Length; column++)
        {
            if (IsOpen(open, column) && Group.Fit(row, column) != SourcingFit.NotAllowed && IsBetter(row, column, best))
                best = column;
        }

        return best;
    }

    private bool IsBetter(int row, int column, int best)
    {
        if (best < 0)
            return true;
        var quantity = Group.Lines[row].Quantity;
        var units = Math.Min(quantity, Group.Stock[column]);
        var bestUnits = Math.Min(quantity, Group.Stock[best]);
        return units > bestUnits || (units == bestUnits && Group.Fit(row, column) > Group.Fit(row, best));
    }
}
