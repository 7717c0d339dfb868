using BenchmarkDotNet.Attributes;
using SupplyChain.Journal;

namespace SupplyChain.Orders;

/// <summary>All events of an order of three lines, up to its delivery, as they are stored.</summary>
public class OrderCoding
{
    private readonly IReadOnlyList<OrderEvent> _life = OrderOfThreeLines.Life();
    private readonly IReadOnlyList<JournaledEvent> _rows = OrderOfThreeLines.Rows();

    /// <summary>To JSON.</summary>
    [Benchmark]
    public long Encode() => _life.Sum(happened => (long)EventCodec.Encode(happened).Data.Length);

    /// <summary>From JSON.</summary>
    [Benchmark]
    public int Decode() => _rows.Count(
        row => EventCodec.Decode<OrderEvent>(row.Type, row.Schema, row.Data) is not null);
}
