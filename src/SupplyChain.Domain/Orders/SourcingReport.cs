using System.Collections.Immutable;

namespace SupplyChain.Orders;

/// <summary>Writes a finished allocation down as a plan, line by line, with its explanations.</summary>
internal sealed class SourcingReport
{
    private readonly SourcingProblem _problem;
    private readonly SourcingModel _model;
    private readonly SourcingOutcome _outcome;
    private readonly SourcingExplanation _explanation;
    private readonly List<SourcingAllocation> _allocations;
    private readonly List<SourcingShortfall> _shortfalls = [];

    public SourcingReport(SourcingProblem problem, SourcingModel model, long[][] takes)
    {
        _problem = problem;
        _model = model;
        _outcome = new(model, takes);
        _explanation = new(model, _outcome, problem.Date);
        _allocations = new(problem.Lines.Length);
    }

    public SourcingPlan Write(SourcingMethod method)
    {
        var withdrawn = _problem.ShipComplete && !IsComplete();
        for (var group = 0; group < _model.Groups.Length; group++)
        {
            for (var row = 0; row < _model.Groups[group].Lines.Length; row++)
            {
                var line = _model.Groups[group].Lines[row];
                if (!withdrawn)
                    WriteAllocations(group, row);
                var lacking = line.Quantity - _outcome.TakenBy(group, row);
                var missing = withdrawn ? line.Quantity : lacking;
                if (missing > 0)
                {
                    _shortfalls.Add(new(line.Line, line.Sku, missing, _explanation.Missing(group, row))
                    {
                        IsWithdrawn = lacking == 0,
                    });
                }
            }
        }

        _allocations.Sort(static (a, b) =>
            a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Warehouse.CompareTo(b.Warehouse));
        _shortfalls.Sort(static (a, b) => a.Line.CompareTo(b.Line));
        return new([.. _allocations], [.. _shortfalls], method);
    }

    private void WriteAllocations(int group, int row)
    {
        var subject = _model.Groups[group];
        for (var column = 0; column < subject.Warehouses.Length; column++)
        {
            var units = _outcome.Taken(group, row, column);
            if (units == 0)
                continue;
            var line = subject.Lines[row];
            var warehouse = subject.Warehouses[column];
            DateOnly? arrival = _model.Network.IsLocated(warehouse)
                ? _problem.Date.AddDays(_model.Network.Days[warehouse])
                : null;
            _allocations.Add(new(
                line.Line, line.Sku, _model.Network.Ids[warehouse], units, arrival,
                _explanation.Chosen(group, row, column)));
        }
    }

    private bool IsComplete()
    {
        for (var group = 0; group < _model.Groups.Length; group++)
        {
            for (var row = 0; row < _model.Groups[group].Lines.Length; row++)
            {
                if (_outcome.TakenBy(group, row) < _model.Groups[group].Lines[row].Quantity)
                    return false;
            }
        }

        return true;
    }
}
