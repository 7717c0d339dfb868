using BenchmarkDotNet.Attributes;
using SupplyChain.Journal;

namespace SupplyChain.Orders;

/// <summary>The proposal of an order of three lines, with its explanations, as it is stored and published.</summary>
public class ProposalCoding
{
    private readonly OrderEvent.AllocationProposed _proposed =
        OrderOfThreeLines.Life().OfType<OrderEvent.AllocationProposed>().Single();

    private (string Type, int Schema, byte[] Data) _stored;

    /// <summary>The feature level: from 3 on proposals have a form of their own.</summary>
    [Params(2, 3)]
    public int Level { get; set; }

    /// <summary>The stored form; says how many bytes it has.</summary>
    [GlobalSetup]
    public void Write()
    {
        _stored = EventCodec.Encode(_proposed, Level)!.Value;
        Console.WriteLine($"// Schema {_stored.Schema}: {_stored.Data.Length} bytes.");
    }

    /// <summary>To JSON.</summary>
    [Benchmark]
    public int Encode() => EventCodec.Encode(_proposed, Level)!.Value.Data.Length;

    /// <summary>From JSON.</summary>
    [Benchmark]
    public object Decode() => EventCodec.Decode(_stored.Type, _stored.Schema, _stored.Data);

    /// <summary>As readers of the feed get it, but for what is left out.</summary>
    [Benchmark]
    public int Publish() => EventCodec.Published(_stored.Type, _stored.Schema, _stored.Data).Data.Length;
}
