namespace SupplyChain.Orders;

/// <summary>The best way to serve one product's lines from the warehouses that are open to the order.</summary>
internal abstract class SourcingFill(SourcingGroup group)
{
    private readonly long[] _scratch = new long[group.Lines.Length * group.Warehouses.Length];

    protected SourcingGroup Group { get; } = group;

    /// <summary>Picks the method: which one is exact depends on how lines compete for the same stock.</summary>
    public static SourcingFill For(SourcingGroup group, SourcingBudget budget) =>
        group.IsWhole && group.Lines.Length > 1 ? new SourcingAssignment(group, budget)
        : group.IsUniform ? new SourcingUniform(group)
        : new SourcingFlow(group, budget);

    /// <summary>Units short and units late; only those goals are set.</summary>
    public virtual SourcingScore Service(ulong open)
    {
        var score = Score(open);
        return new() { Missing = score.Missing, Late = score.Late };
    }

    /// <summary>All goals but the number of shipments.</summary>
    public virtual SourcingScore Score(ulong open)
    {
        Array.Clear(_scratch);
        Fill(open, _scratch);
        return Group.Score(_scratch);
    }

    /// <summary>Units that are missing at least: no line can be served beyond the stock there is.</summary>
    public long LeastMissing(ulong open)
    {
        long stock = 0;
        for (var column = 0; column < Group.Warehouses.Length && stock < Group.Demand; column++)
        {
            if (IsOpen(open, column))
                stock += Group.Stock[column];
        }

        return Math.Max(0, Group.Demand - stock);
    }

    /// <summary>Writes the units into an empty table.</summary>
    public abstract void Fill(ulong open, Span<long> take);

    protected bool IsOpen(ulong open, int column) => (open >> Group.Warehouses[column] & 1) != 0;
}
