namespace SupplyChain.Orders;

/// <summary>
/// One line, or several that every warehouse suits alike: what is on time first, then what is preferred. Exact,
/// because every unit is as good as any other.
/// </summary>
internal sealed class SourcingUniform : SourcingFill
{
    private readonly ulong _wholeOnTime;

    public SourcingUniform(SourcingGroup group) : base(group)
    {
        for (var column = 0; column < group.Warehouses.Length; column++)
        {
            if (group.Fit(0, column) == SourcingFit.OnTime && group.Stock[column] == group.Demand)
                _wholeOnTime |= 1UL << group.Warehouses[column];
        }
    }

    public override SourcingScore Service(ulong open)
    {
        if ((open & _wholeOnTime) != 0)
            return default;
        if (Group.IsWhole)
            return base.Service(open);
        long onTime = 0, late = 0;
        for (var column = 0; column < Group.Warehouses.Length; column++)
        {
            if (!IsOpen(open, column))
                continue;
            if (Group.Fit(0, column) == SourcingFit.OnTime)
                onTime += Group.Stock[column];
            else if (Group.Fit(0, column) == SourcingFit.Late)
                late += Group.Stock[column];
        }

        onTime = Math.Min(onTime, Group.Demand);
        late = Math.Min(late, Group.Demand - onTime);
        return new() { Missing = Group.Demand - onTime - late, Late = late };
    }

    public override void Fill(ulong open, Span<long> take)
    {
        if (Group.IsWhole)
        {
            FillWhole(open, take);
            return;
        }

        var row = 0;
        var wanted = Group.Lines[0].Quantity;
        FillFrom(open, take, SourcingFit.OnTime, ref row, ref wanted);
        FillFrom(open, take, SourcingFit.Late, ref row, ref wanted);
    }

    private void FillFrom(ulong open, Span<long> take, SourcingFit fit, ref int row, ref long wanted)
    {
        for (var column = 0; column < Group.Warehouses.Length; column++)
        {
            if (!IsOpen(open, column) || Group.Fit(0, column) != fit)
                continue;
            for (var left = Group.Stock[column]; left > 0 && row < Group.Lines.Length;)
            {
                var units = Math.Min(left, wanted);
                take[(row * Group.Warehouses.Length) + column] = units;
                left -= units;
                wanted -= units;
                if (wanted == 0 && ++row < Group.Lines.Length)
                    wanted = Group.Lines[row].Quantity;
            }
        }
    }

    private void FillWhole(ulong open, Span<long> take)
    {
        var best = -1;
        for (var column = 0; column < Group.Warehouses.Length; column++)
        {
            if (IsOpen(open, column) && Group.Fit(0, column) != SourcingFit.NotAllowed && IsBetter(column, best))
                best = column;
        }

        if (best >= 0)
            take[best] = Group.Stock[best];
    }

    private bool IsBetter(int column, int best) =>
        best < 0
        || Group.Stock[column] > Group.Stock[best]
        || (Group.Stock[column] == Group.Stock[best] && Group.Fit(0, column) > Group.Fit(0, best));
}
