using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using FluentAssertions;
using SupplyChain.Operations;
using Xunit;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>Proposals are stored in a form of their own since feature level 3, and published as ever.</summary>
public sealed class StoredProposalTests
{
    private const string Type = "order.allocation-proposed";

    private static readonly Gen<DateOnly?> Day = OneOf<DateOnly?>(null, new(2026, 3, 4), new(2026, 12, 31));

    /// <summary>Few bands, distances and days, so that lines agree about a warehouse as often as not.</summary>
    private static readonly Gen<WarehouseFigures?> Figures = Gen.Select(
        Gen.OneOf(Gen.Const(0L), Gen.Long), Gen.Int[1, 2], OneOf<int?>(null, 0, 812), Day,
        Gen.OneOf(OneOf<decimal?>(null, 0m, 12.30m, 12.3m), Gen.Decimal.Select(cost => (decimal?)cost)),
        (available, band, km, arrival, cost) => new WarehouseFigures(available, band, km, arrival, cost))
        .Select(Gen.Bool, (figures, isGiven) => isGiven ? figures : null);

    private static readonly Gen<string> Warehouse = OneOf("HAM", "BER", "PAR", "Zürich \"2\"\n", "東京");
    private static readonly Gen<SourcingRule> Rule = Gen.Enum<SourcingRule>();

    private static readonly Gen<RejectedWarehouse> Rejected = Gen.Select(
        Warehouse, Gen.Enum<RejectionReason>(), Rule, Gen.Bool, Figures,
        (warehouse, reason, rule, isGiven, figures) =>
            new RejectedWarehouse(warehouse, reason, isGiven ? rule : null, figures));

    private static readonly Gen<ImmutableSortedDictionary<RejectionReason, int>> Others =
        Gen.Dictionary(Gen.Enum<RejectionReason>(), Gen.Int)[0, 3]
            .Select(others => others.ToImmutableSortedDictionary());

    private static readonly Gen<Items<int>?> Equal = Gen.Select(
        Gen.Int.Array[0, 8], Gen.Bool, (counts, isGiven) => isGiven ? new Items<int>(counts) : (Items<int>?)null);

    private static readonly Gen<AllocationReason> Why = Gen.Select(
        Rule, Rejected.Array[0, 5], Others, Equal, Figures,
        (rule, rejected, others, equal, figures) => new AllocationReason(rule, [.. rejected], others, equal, figures));

    private static readonly Gen<ProposedUnits> Units = Gen.Select(
        Gen.Int, Gen.Int, OneOf("PUMP-1", "a\\b\"c", "ü"), Warehouse, Gen.Long, Day, Why,
        (line, attempt, sku, warehouse, quantity, arrival, why) =>
            new ProposedUnits(line, attempt, sku, warehouse, quantity, arrival, why));

    private static readonly Gen<AllocationProposed> Proposed = Gen.Select(
        Units.Array[0, 6], Gen.Enum<SourcingMethod>(), (units, method) => new AllocationProposed(new(units), method));

    [Fact]
    public void What_was_proposed_is_read_as_it_was_in_either_form() => Proposed.Sample(
        proposed =>
        {
            for (var level = FeatureLevel.First; level <= FeatureLevel.Newest; level++)
            {
                var (type, schema, data) = EventCodec.Encode(proposed, level)!.Value;
                (type, schema).Should().Be((Type, level < 3 ? 1 : 2));

                var read = EventCodec.Decode<OrderEvent>(type, schema, data);

                read.Should().Be(proposed);
                Plain((AllocationProposed)read).Should().Be(Plain(proposed), "amounts keep their places");
            }
        },
        iter: 3_000);

    [Fact]
    public void Below_level_3_it_is_written_as_ever_and_so_it_is_published_from_then_on() => Proposed.Sample(
        proposed =>
        {
            var before = EventCodec.Encode(proposed, 2)!.Value;
            Encoding.UTF8.GetString(before.Data).Should().Be(Plain(proposed));
            EventCodec.Published(Type, 1, before.Data).Should().Be(before);

            var stored = EventCodec.Encode(proposed, 3)!.Value;
            var published = EventCodec.Published(stored.Type, stored.Schema, stored.Data);

            (published.Type, published.Schema).Should().Be((Type, 1));
            (EventCodec.PublishedSchema(Type, 1), EventCodec.PublishedSchema(Type, 2)).Should().Be((1, 1));
            Encoding.UTF8.GetString(published.Data).Should().Be(Plain(proposed));
        },
        iter: 1_000);

    [Fact]
    public void A_warehouse_that_lines_say_the_same_of_stands_in_it_once()
    {
        var near = new WarehouseFigures(40, 1, 260, new(2026, 3, 4), 12.5m);
        var pinned = new AllocationReason(SourcingRule.Pinned, [], RejectedWarehouses.None.Others);
        var proposed = new AllocationProposed(
            [
                new(1, 1, "PUMP-1", "HAM", 5, null, pinned),
                new(2, 2, "HOSE-1", "HAM", 20, near.Arrival, Chosen(near, Miss("BER", near), Miss("PAR", null))),
                new(3, 3, "PIPE-1", "BER", 8, near.Arrival, Chosen(near with { Available = 9 }, Miss("HAM", near))),
                new(4, 4, "TAPE-1", "BER", 8, near.Arrival, Chosen(near with { Band = 2 }, Miss("PAR", near))),
            ],
            SourcingMethod.Exact);

        var stored = Encoding.UTF8.GetString(EventCodec.Encode(proposed).Data);

        stored.Should().Contain(
            """[["HAM",1,260,"2026-03-04"],["BER",1,260,"2026-03-04"],["PAR",1,260,"2026-03-04"],["BER",2,260,""");
        stored.Should().Contain("\"quantity\":5,\"from\":0,\"arrival\":null").And.NotContain("\"arrival\":\"");
        Read(stored).Should().Be(proposed);
    }

    [Fact]
    public void What_a_later_version_adds_is_passed_by() => Read("""
        {"method":2,"now":[[1]],"candidates":[["HAM",1,260,"2026-03-04",[7],{}],["BER",1,null,null,true]],
        "units":[{"x":{},"line":1,"attempt":2,"sku":"PUMP-1","quantity":5,"from":0,"rule":5,"equal":[3],
        "available":9,"costUsd":1.50,"rejected":[[1,5,null,4,2.5,"later",[0]]],"others":[[1,2,"later"]],"y":[1,{}]}],
        "z":0}
        """).Should().Be(new AllocationProposed(
            [
                new(1, 2, "PUMP-1", "HAM", 5, new(2026, 3, 4), new(
                    SourcingRule.LowestCost,
                    [new("BER", RejectionReason.Costlier, null, new(4, 1, null, null, 2.5m))],
                    RejectedWarehouses.None.Others.Add(RejectionReason.NoStock, 2),
                    [3],
                    new(9, 1, 260, new(2026, 3, 4), 1.5m))),
            ],
            SourcingMethod.Greedy));

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"method":3,"candidates":[],"units":[]}""")]
    [InlineData("""{"method":1,"candidates":[[null]],"units":[]}""")]
    [InlineData("""{"method":1,"candidates":["HAM"],"units":[]}""")]
    [InlineData("""{"method":1,"candidates":[],"units":{}}""")]
    [InlineData("""{"method":1,"candidates":[["HAM"]],"units":[{"line":1,"sku":"A","from":1,"rule":5}]}""")]
    [InlineData("""{"method":1,"candidates":[["HAM"]],"units":[{"line":1,"sku":"A","from":0,"rule":10}]}""")]
    [InlineData("""{"method":1,"candidates":[["HAM"]],"units":[{"sku":"A","from":0,"rule":5,"available":3}]}""")]
    [InlineData("""{"method":1,"candidates":[["HAM"]],"units":[{"sku":"A","from":0,"rule":5,"rejected":[[0]]}]}""")]
    [InlineData("""{"method":1,"candidates":[["HAM"]],"units":[{"sku":"A","from":0,"rule":5,"others":[[0,1]]}]}""")]
    public void What_no_version_wrote_is_not_guessed_at(string stored)
    {
        var read = () => Read(stored);

        read.Should().Throw<JsonException>();
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static string Plain(AllocationProposed proposed) => JsonSerializer.Serialize(proposed, EventCodec.Json);

    private static OrderEvent Read(string stored) =>
        EventCodec.Decode<OrderEvent>(Type, 2, Encoding.UTF8.GetBytes(stored));

    private static AllocationReason Chosen(WarehouseFigures figures, params RejectedWarehouse[] rejected) =>
        new(SourcingRule.LowestCost, [.. rejected], RejectedWarehouses.None.Others, [2, 2, 2, 2], figures);

    private static RejectedWarehouse Miss(string warehouse, WarehouseFigures? figures) =>
        new(warehouse, RejectionReason.Costlier, SourcingRule.LowestCost, figures);
}
