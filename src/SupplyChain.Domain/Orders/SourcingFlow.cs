namespace SupplyChain.Orders;

/// <summary>
/// Lines of one product that differ in due date or in the warehouses they may use, and may be split: a transportation
/// problem, solved exactly by successive cheapest paths (Ahuja, Magnanti, Orlin: Network Flows, section 9.7) whose
/// costs are the goals compared one after the other. A warehouse of nothing takes what cannot be served.
/// </summary>
internal sealed class SourcingFlow : SourcingFill
{
    private readonly SourcingBudget _budget;
    private readonly int _nowhere;
    private readonly int[] _kindOf;
    private readonly int[] _rowOfKind;
    private readonly long[] _demand;
    private readonly SourcingScore[] _unit;
    private readonly bool[] _allowed;
    private readonly long[] _flow;
    private readonly long[] _left;
    private readonly SourcingScore[] _distance;
    private readonly bool[] _reached;
    private readonly int[] _cameFrom;
    private readonly int[] _movedKind;

    public SourcingFlow(SourcingGroup group, SourcingBudget budget) : base(group)
    {
        _budget = budget;
        _nowhere = group.Warehouses.Length;
        (_kindOf, _rowOfKind) = Kinds();
        _demand = new long[_rowOfKind.Length];
        for (var row = 0; row < _kindOf.Length; row++)
            _demand[_kindOf[row]] += group.Lines[row].Quantity;
        var nodes = _nowhere + 1;
        _unit = new SourcingScore[_rowOfKind.Length * nodes];
        _allowed = new bool[_unit.Length];
        _flow = new long[_unit.Length];
        _left = new long[nodes];
        _distance = new SourcingScore[nodes];
        _reached = new bool[nodes];
        _cameFrom = new int[nodes];
        _movedKind = new int[nodes];
        for (var kind = 0; kind < _rowOfKind.Length; kind++)
        {
            for (var column = 0; column < _nowhere; column++)
                _unit[At(kind, column)] = group.UnitScore(_rowOfKind[kind], column);
            _unit[At(kind, _nowhere)] = new() { Missing = 1 };
        }
    }

    /// <summary>The best flow has the same value however it was built up: kind by kind is faster.</summary>
    public override SourcingScore Score(ulong open)
    {
        Open(open);
        for (var kind = 0; kind < _rowOfKind.Length; kind++)
            Insert(kind, _demand[kind]);
        var score = default(SourcingScore);
        for (var index = 0; index < _flow.Length; index++)
        {
            if (_flow[index] > 0)
                score += _unit[index] * _flow[index];
        }

        return score;
    }

    public override void Fill(ulong open, Span<long> take)
    {
        Open(open);
        for (var row = 0; row < Group.Lines.Length && !_budget.IsExhausted; row++)
            Insert(_kindOf[row], Group.Lines[row].Quantity);
        Distribute(take);
    }

    private int At(int kind, int node) => (kind * (_nowhere + 1)) + node;

    private void Open(ulong open)
    {
        Array.Clear(_flow);
        Group.Stock.CopyTo(_left, 0);
        _left[_nowhere] = long.MaxValue;
        for (var kind = 0; kind < _rowOfKind.Length; kind++)
        {
            for (var column = 0; column < _nowhere; column++)
            {
                _allowed[At(kind, column)] = IsOpen(open, column)
                    && Group.Fit(_rowOfKind[kind], column) != SourcingFit.NotAllowed;
            }

            _allowed[At(kind, _nowhere)] = true;
        }
    }

    /// <summary>Lines that every warehouse suits alike are of one kind; work grows with kinds, not lines.</summary>
    private (int[] KindOf, int[] RowOfKind) Kinds()
    {
        var kindOf = new int[Group.Lines.Length];
        var rows = new List<int>();
        for (var row = 0; row < kindOf.Length; row++)
        {
            kindOf[row] = rows.FindIndex(known => Group.HasSameFits(known, row));
            if (kindOf[row] >= 0)
                continue;
            kindOf[row] = rows.Count;
            rows.Add(row);
        }

        return (kindOf, [.. rows]);
    }

    private void Insert(int kind, long quantity)
    {
        while (quantity > 0 && !_budget.IsExhausted)
        {
            FindPaths(kind);
            var end = Cheapest();
            var units = Math.Min(quantity, _left[end]);
            for (var node = end; _cameFrom[node] >= 0; node = _cameFrom[node])
                units = Math.Min(units, _flow[At(_movedKind[node], _cameFrom[node])]);
            Send(kind, end, units);
            quantity -= units;
        }
    }

    /// <summary>Bellman–Ford: serve a unit from a node, or move another kind's unit from there to a further
    /// one.</summary>
    private void FindPaths(int kind)
    {
        for (var node = 0; node <= _nowhere; node++)
        {
            _reached[node] = _allowed[At(kind, node)];
            _distance[node] = _unit[At(kind, node)];
            _cameFrom[node] = -1;
        }

        for (var changed = true; changed && !_budget.IsExhausted;)
        {
            changed = false;
            for (var from = 0; from <= _nowhere; from++)
            {
                if (_reached[from])
                    changed |= Relax(from);
            }
        }
    }

    private bool Relax(int from)
    {
        var changed = false;
        _budget.Spend(_rowOfKind.Length);
        for (var kind = _rowOfKind.Length - 1; kind >= 0; kind--)
        {
            if (_flow[At(kind, from)] == 0)
                continue;
            _budget.Spend(_nowhere);
            var withdrawn = _distance[from] - _unit[At(kind, from)];
            for (var to = 0; to <= _nowhere; to++)
            {
                if (to == from || !_allowed[At(kind, to)])
                    continue;
                var distance = withdrawn + _unit[At(kind, to)];
                if (_reached[to] && distance.CompareTo(_distance[to]) >= 0)
                    continue;
                (_reached[to], _distance[to], _cameFrom[to], _movedKind[to]) = (true, distance, from, kind);
                changed = true;
            }
        }

        return changed;
    }

    private int Cheapest()
    {
        var best = _nowhere;
        for (var node = 0; node < _nowhere; node++)
        {
            if (_reached[node] && _left[node] > 0 && _distance[node].CompareTo(_distance[best]) < 0)
                best = node;
        }

        return best;
    }

    private void Send(int kind, int end, long units)
    {
        var node = end;
        for (; _cameFrom[node] >= 0; node = _cameFrom[node])
        {
            _flow[At(_movedKind[node], node)] += units;
            _flow[At(_movedKind[node], _cameFrom[node])] -= units;
        }

        _flow[At(kind, node)] += units;
        if (end != _nowhere)
            _left[end] -= units;
    }

    private void Distribute(Span<long> take)
    {
        for (var row = 0; row < Group.Lines.Length; row++)
        {
            var wanted = Group.Lines[row].Quantity;
            DistributeTo(row, SourcingFit.OnTime, ref wanted, take);
            DistributeTo(row, SourcingFit.Late, ref wanted, take);
        }
    }

    private void DistributeTo(int row, SourcingFit fit, ref long wanted, Span<long> take)
    {
        for (var column = 0; column < _nowhere && wanted > 0; column++)
        {
            if (Group.Fit(row, column) != fit)
                continue;
            var units = Math.Min(wanted, _flow[At(_kindOf[row], column)]);
            take[(row * _nowhere) + column] = units;
            _flow[At(_kindOf[row], column)] -= units;
            wanted -= units;
        }
    }
}
