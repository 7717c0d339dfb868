namespace SupplyChain.Orders;

/// <summary>
/// A good plan where the best cannot be proven: takes one warehouse after the other, always the one that adds most.
/// Hard rules hold as in the exact search; every unit that can be reserved without a limit on shipments is.
/// </summary>
internal sealed class SourcingGreedy
{
    private readonly SourcingModel _model;
    private readonly SourcingNetwork _network;
    private readonly long[][] _takes;
    private readonly long[][] _stock;
    private readonly long[][] _wanted;
    private readonly bool[][] _started;
    private readonly List<(int Group, int Column)>[] _offers;
    private readonly bool[] _open;
    private int _newLeft;

    private SourcingGreedy(SourcingModel model)
    {
        _model = model;
        _network = model.Network;
        _takes = [.. model.Groups.Select(group => new long[group.Lines.Length * group.Warehouses.Length])];
        _stock = [.. model.Groups.Select(group => (long[])group.Stock.Clone())];
        _wanted = [.. model.Groups.Select(group => group.Lines.Select(line => line.Quantity).ToArray())];
        _started = [.. model.Groups.Select(group => new bool[group.Lines.Length])];
        _offers = [.. _network.Ids.Select(_ => new List<(int, int)>())];
        for (var group = 0; group < model.Groups.Length; group++)
        {
            for (var column = 0; column < _stock[group].Length; column++)
                _offers[model.Groups[group].Warehouses[column]].Add((group, column));
        }

        _open = new bool[_network.Ids.Length];
        _open.AsSpan(_network.NewCount).Fill(true);
        _newLeft = _network.MaxNew;
    }

    /// <summary>One table per product.</summary>
    public static long[][] Find(SourcingModel model)
    {
        var greedy = new SourcingGreedy(model);
        var unlimited = greedy._newLeft >= model.Network.NewCount;

        // Without a limit every unit finds its warehouse in the end, so the first pass can insist on being on time.
        if (unlimited)
            greedy.Pass(SourcingFit.OnTime, wholeLines: true);
        greedy.Pass(SourcingFit.Late, wholeLines: true);
        greedy.Pass(SourcingFit.Late, wholeLines: false);
        return greedy._takes;
    }

    private void Pass(SourcingFit least, bool wholeLines)
    {
        var queue = new PriorityQueue<int, (long Units, long OnTime, int Rank)>();
        for (var warehouse = 0; warehouse < _open.Length; warehouse++)
        {
            if (_open[warehouse])
                Take(warehouse, least, wholeLines);
        }

        for (var warehouse = 0; warehouse < _open.Length; warehouse++)
            queue.Enqueue(warehouse, Gain(warehouse, least, wholeLines));

        // A gain only shrinks while others take, so the first whose gain is still true is the largest.
        while (_newLeft > 0 && queue.TryDequeue(out var warehouse, out var gain) && gain.Units < 0)
        {
            var now = Gain(warehouse, least, wholeLines);
            if (now != gain)
            {
                queue.Enqueue(warehouse, now);
                continue;
            }

            _open[warehouse] = true;
            _newLeft--;
            Take(warehouse, least, wholeLines);
        }
    }

    /// <summary>Negative units, so that the largest gain comes first; the preferred warehouse among equals.</summary>
    private (long Units, long OnTime, int Rank) Gain(int warehouse, SourcingFit least, bool wholeLines)
    {
        long units = 0, onTime = 0;
        if (_open[warehouse])
            return (0, 0, 0);
        foreach (var (group, column) in _offers[warehouse])
        {
            var left = _stock[group][column];
            for (var row = 0; row < _wanted[group].Length && left > 0; row++)
            {
                var possible = Possible(group, row, column, left, least, wholeLines);
                left -= possible;
                units += possible;
                onTime += _model.Groups[group].Fit(row, column) == SourcingFit.OnTime ? possible : 0;
            }
        }

        return (-units, -onTime, _network.RankWithCost[warehouse]);
    }

    private void Take(int warehouse, SourcingFit least, bool wholeLines)
    {
        foreach (var (group, column) in _offers[warehouse])
        {
            for (var fit = SourcingFit.OnTime; fit >= least; fit--)
                Take(group, column, fit, wholeLines);
        }
    }

    private void Take(int group, int column, SourcingFit least, bool wholeLines)
    {
        for (var row = 0; row < _wanted[group].Length; row++)
        {
            var units = Possible(group, row, column, _stock[group][column], least, wholeLines);
            if (units == 0)
                continue;
            _takes[group][(row * _stock[group].Length) + column] += units;
            _stock[group][column] -= units;
            _wanted[group][row] -= units;
            _started[group][row] = true;
        }
    }

    private long Possible(int group, int row, int column, long left, SourcingFit least, bool wholeLines)
    {
        var wanted = _wanted[group][row];
        if (_model.Groups[group].Fit(row, column) < least)
            return 0;
        if (!_model.Groups[group].IsWhole)
            return Math.Min(wanted, left);
        var refused = _started[group][row] || (wholeLines && left < wanted);
        return refused ? 0 : Math.Min(wanted, left);
    }
}
