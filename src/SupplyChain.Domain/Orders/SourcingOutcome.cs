namespace SupplyChain.Orders;

/// <summary>What a finished allocation leaves: the stock that is left and the warehouses that ship.</summary>
internal sealed class SourcingOutcome
{
    private readonly SourcingNetwork _network;
    private readonly long[][] _takes;
    private readonly long[][] _free;
    private readonly int[] _servings;

    public SourcingOutcome(SourcingModel model, long[][] takes)
    {
        _network = model.Network;
        _takes = takes;
        _free = new long[takes.Length][];
        _servings = new int[_network.Ids.Length];
        for (var group = 0; group < takes.Length; group++)
            Count(group, model.Groups[group]);
        var opened = 0;
        for (var warehouse = 0; warehouse < _network.NewCount; warehouse++)
            opened += _servings[warehouse] > 0 ? 1 : 0;
        IsAtLimit = opened >= _network.MaxNew;
    }

    /// <summary>Whether the order may not use a further warehouse.</summary>
    public bool IsAtLimit { get; }

    public long Taken(int group, int row, int column) => _takes[group][(row * _free[group].Length) + column];

    public long TakenBy(int group, int row)
    {
        long units = 0;
        for (var column = 0; column < _free[group].Length; column++)
            units += Taken(group, row, column);
        return units;
    }

    public long Free(int group, int column) => _free[group][column];

    /// <summary>Whether the order ships from the warehouse.</summary>
    public bool Ships(int warehouse) => warehouse >= _network.NewCount || _servings[warehouse] > 0;

    /// <summary>Whether one serving moved to another warehouse would make a shipment more.</summary>
    public bool CostsShipment(int from, int to) =>
        !Ships(to) && (from >= _network.NewCount || _servings[from] > 1);

    private void Count(int group, SourcingGroup subject)
    {
        _free[group] = (long[])subject.Stock.Clone();
        for (var row = 0; row < subject.Lines.Length; row++)
        {
            for (var column = 0; column < subject.Warehouses.Length; column++)
            {
                var units = Taken(group, row, column);
                _free[group][column] -= units;
                _servings[subject.Warehouses[column]] += units > 0 ? 1 : 0;
            }
        }
    }
}
