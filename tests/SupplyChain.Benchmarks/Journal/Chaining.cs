using BenchmarkDotNet.Attributes;
using SupplyChain.Orders;

namespace SupplyChain.Journal;

/// <summary>The hash chain over all events of an order of three lines.</summary>
public class Chaining
{
    private readonly IReadOnlyList<JournaledEvent> _rows = OrderOfThreeLines.Rows();
    private readonly byte[] _hash = new byte[HashChain.Length];

    /// <summary>Each row's hash from the one before.</summary>
    [Benchmark]
    public byte[] Hash()
    {
        byte[] previous = [];
        foreach (var row in _rows)
        {
            HashChain.Compute(previous, row, _hash);
            previous = _hash;
        }
        return previous;
    }
}
