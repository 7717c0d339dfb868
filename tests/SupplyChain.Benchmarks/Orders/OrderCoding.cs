using BenchmarkDotNet.Attributes;
using SupplyChain.Journal;

namespace SupplyChain.Orders;

/// <summary>All events of an order of three lines, up to its delivery, as they are stored.</summary>
public class OrderCoding
{
    private readonly IReadOnlyList<OrderEvent> _life = OrderOfThreeLines.Life();
    private IReadOnlyList<JournaledEvent> _rows = [];

    /// <summary>The feature level: from 3 on proposals have a form of their own.</summary>
    [Params(2, 3)]
    public int Level { get; set; }

    /// <summary>The stored rows.</summary>
    [GlobalSetup]
    public void Write() => _rows = OrderOfThreeLines.Rows(Level);

    /// <summary>To JSON.</summary>
    [Benchmark]
    public long Encode() => _life.Sum(happened => (long)EventCodec.Encode(happened, Level)!.Value.Data.Length);

    /// <summary>From JSON.</summary>
    [Benchmark]
    public int Decode() => _rows.Count(
        row => EventCodec.Decode<OrderEvent>(row.Type, row.Schema, row.Data) is not null);
}
