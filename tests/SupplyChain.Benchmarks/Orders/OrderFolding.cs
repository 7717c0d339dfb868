using BenchmarkDotNet.Attributes;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>All events of an order of three lines go into the read tables, but for the database.</summary>
public class OrderFolding
{
    private const int CachedStates = 1_000;

    private readonly IReadOnlyList<JournaledEvent> _rows = OrderOfThreeLines.Rows();
    private readonly OrderProjection _projection;

    public OrderFolding()
    {
        var (tables, clock) = (new NoTables(), new SystemBusinessClock(TimeProvider.System));
        // Nothing is read of a journal: the order begins with these events, and no warehouse has closed.
        _projection = new(null!, tables, new(tables, new(null!), clock), clock, CachedStates);
    }

    /// <summary>Decoded, folded, and bound to what changes rows, as one batch.</summary>
    [Benchmark]
    public void Fold()
    {
        _projection.Fold(new StreamNews(_rows));
        _projection.Write();
    }
}
