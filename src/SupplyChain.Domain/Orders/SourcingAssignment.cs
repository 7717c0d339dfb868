namespace SupplyChain.Orders;

/// <summary>
/// Several lines of one product that may not be split: each line goes to one warehouse. If every line can have the
/// warehouse that is best for it alone, that is the answer; else branch and bound finds it, within the budget.
/// </summary>
internal sealed class SourcingAssignment : SourcingFill
{
    private readonly SourcingBudget _budget;
    private readonly SourcingScore[] _unit;
    private readonly SourcingScore[] _rest;
    private readonly int[] _choice;
    private readonly int[] _best;
    private readonly long[] _left;
    private readonly long[] _late;
    private SourcingScore _bestScore;

    public SourcingAssignment(SourcingGroup group, SourcingBudget budget) : base(group)
    {
        _budget = budget;
        _rest = new SourcingScore[group.Lines.Length + 1];
        _choice = new int[group.Lines.Length];
        _best = new int[group.Lines.Length];
        _left = new long[group.Warehouses.Length];
        _late = new long[group.Warehouses.Length];
        _unit = new SourcingScore[group.Lines.Length * group.Warehouses.Length];
        for (var index = 0; index < _unit.Length; index++)
            _unit[index] = group.UnitScore(index / _left.Length, index % _left.Length);
    }

    public override SourcingScore Score(ulong open)
    {
        ChooseBest(open);
        return _bestScore;
    }

    public override void Fill(ulong open, Span<long> take)
    {
        ChooseBest(open);
        Group.Stock.CopyTo(_left, 0);
        Write(SourcingFit.OnTime, take);
        Write(SourcingFit.Late, take);
    }

    private void ChooseBest(ulong open)
    {
        Restart();
        _rest[^1] = default;
        for (var row = Group.Lines.Length - 1; row >= 0; row--)
        {
            _best[row] = BestAlone(open, row, out var alone);
            _rest[row] = _rest[row + 1] + alone;
        }

        _bestScore = default;
        for (var row = 0; row < _best.Length; row++)
            _bestScore += Place(row, _best[row]);
        if (_bestScore.CompareTo(_rest[0]) == 0)
            return;
        Restart();
        Assign(open, 0, default);
    }

    private void Restart()
    {
        Group.Stock.CopyTo(_left, 0);
        Array.Clear(_late);
    }

    /// <remarks>A line adds at least what it adds alone, so what the lines to come add at least is known.</remarks>
    private void Assign(ulong open, int row, SourcingScore soFar)
    {
        _budget.Spend(_left.Length);
        if (_budget.IsExhausted || (soFar + _rest[row]).CompareTo(_bestScore) >= 0)
            return;
        if (row == Group.Lines.Length)
        {
            _bestScore = soFar;
            _choice.CopyTo(_best, 0);
            return;
        }

        var anywhere = false;
        for (var column = 0; column < _left.Length; column++)
        {
            if (!IsOpen(open, column) || Group.Fit(row, column) == SourcingFit.NotAllowed)
                continue;
            anywhere = true;
            var (left, late) = (_left[column], _late[column]);
            _choice[row] = column;
            Assign(open, row + 1, soFar + Place(row, column));
            (_left[column], _late[column]) = (left, late);
        }

        if (anywhere)
            return;
        _choice[row] = -1;
        Assign(open, row + 1, soFar + Place(row, -1));
    }

    /// <summary>Serves a line from what a column has left; one that is in time takes from lines that are
    /// late.</summary>
    private SourcingScore Place(int row, int column)
    {
        var quantity = Group.Lines[row].Quantity;
        if (column < 0)
            return new() { Missing = quantity };
        var units = Math.Min(quantity, _left[column]);
        var displaced = Group.Fit(row, column) == SourcingFit.OnTime ? Math.Min(quantity - units, _late[column]) : 0;
        _left[column] -= units;
        _late[column] += Group.Fit(row, column) == SourcingFit.Late ? units : -displaced;
        return (_unit[(row * _left.Length) + column] * units)
            + new SourcingScore { Missing = quantity - units, Late = -displaced };
    }

    private void Write(SourcingFit fit, Span<long> take)
    {
        for (var row = 0; row < _best.Length; row++)
        {
            var column = _best[row];
            if (column < 0 || Group.Fit(row, column) != fit)
                continue;
            var units = Math.Min(_left[column], Group.Lines[row].Quantity);
            take[(row * _left.Length) + column] = units;
            _left[column] -= units;
        }
    }

    private int BestAlone(ulong open, int row, out SourcingScore alone)
    {
        var best = -1;
        var quantity = Group.Lines[row].Quantity;
        alone = new() { Missing = quantity };
        for (var column = 0; column < _left.Length; column++)
        {
            if (!IsOpen(open, column) || Group.Fit(row, column) == SourcingFit.NotAllowed)
                continue;
            var units = Math.Min(quantity, Group.Stock[column]);
            var score = (_unit[(row * _left.Length) + column] * units)
                + new SourcingScore { Missing = quantity - units };
            if (best < 0 || score.CompareTo(alone) < 0)
                (best, alone) = (column, score);
        }

        return best;
    }
}
