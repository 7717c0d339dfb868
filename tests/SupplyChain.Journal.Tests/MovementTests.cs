using System.Text;
using SupplyChain.Inventory;
using SupplyChain.Operations;
using static SupplyChain.Inventory.ReservationOrigin;

namespace SupplyChain.Journal;

/// <summary>Movements as release 0.1 stored them, beside <c>stock.moved</c>.</summary>
public sealed class MovementTests
{
    private static readonly DateTimeOffset At = new(2024, 5, 8, 10, 13, 9, TimeSpan.FromHours(2));
    private static readonly ReservationKey[] Keys = [new("Order1", 429, Backlog, 984), new("Order2", 430, Owner, 985)];
    private static readonly Items<IssueGoodsLine> Lines = [new(Keys[0], 57_026), new(Keys[1], 57_027)];
    private static readonly StockItem Held = Keys.Zip(Lines).Aggregate(
        Evolved(StockItem.Initial, new StockEvent.Moved(new("receipt", "R", 0), 200_000, null, null)),
        (stock, one) => Evolved(stock, new StockEvent.Reserved(one.First, one.Second.Quantity, 3, At)));

    public static TheoryData<string, Decision<StockEvent>> Decided => new()
    {
        {
            "stock.received",
            StockItem.Decide(Held, new ReceiveStock("Receipt", 669, 82_487, OccurredAt.At(At), Repeat.No), At)
        },
        {
            "stock.adjusted",
            StockItem.Decide(Held, new AdjustStock("Adjustment", 9_712, "Reason", OccurredAt.At(At), Repeat.No), At)
        },
        { "stock.issued", StockItem.Decide(Held, new IssueGoods("Shipment", Lines, OccurredAt.At(At), Repeat.No), At) },
        { "stock.issue-reversed", StockItem.Decide(Held, new ReturnGoods("Shipment", Lines, 0)) },
    };

    [Theory]
    [MemberData(nameof(Decided), DisableDiscoveryEnumeration = true)]
    public void At_feature_level_1_a_movement_is_written_as_release_01_wrote_it(
        string type, Decision<StockEvent> decided)
    {
        var written = EventCodec.Encode(decided.Should().ContainSingle().Which, FeatureLevel.First)!.Value;

        (written.Type, written.Schema).Should().Be((type, 1));
        Encoding.UTF8.GetString(written.Data).Should().Be(File.ReadAllText(GoldenFileTests.PathOf($"{type}.1")));
    }

    [Theory]
    [MemberData(nameof(Decided), DisableDiscoveryEnumeration = true)]
    public void Either_form_of_a_movement_leads_to_the_same_stock_item(string type, Decision<StockEvent> decided)
    {
        var moved = decided.Should().ContainSingle().Which.Should().BeOfType<StockEvent.Moved>().Subject;
        var former = EventCodec.Decode<StockEvent>(type, 1, EventCodec.Encode(moved, FeatureLevel.First)!.Value.Data);

        former.Should().Be(moved with { After = null });
        Evolved(Held, former).Should().BeEquivalentTo(Evolved(Held, moved));
        moved.After.Should().Be(new LevelAfter(Evolved(Held, former).OnHand, Evolved(Held, former).Reserved));
    }

    [Fact]
    public void From_level_2_on_a_movement_is_one_event_whatever_the_document()
    {
        foreach (var decided in Decided)
        {
            EventCodec.Encode(decided.Data.Item2[0]).Type.Should().Be("stock.moved");
        }
    }

    [Fact]
    public void A_movement_that_release_01_has_no_type_for_waits_for_level_2_and_is_published_as_it_is()
    {
        var moved = new StockEvent.Moved(new("transfer", "T-1", 2), -5, null, At, new(7, 0));
        var (type, schema, data) = EventCodec.Encode(moved);

        EventCodec.Encode(moved, FeatureLevel.First).Should().BeNull();
        EventCodec.PublishedType(moved).Should().Be("stock.moved");
        EventCodec.Published(type, schema, data).Should().Be((type, schema, data));
    }

    [Theory]
    [MemberData(nameof(Decided), DisableDiscoveryEnumeration = true)]
    public void It_is_published_under_the_name_and_with_the_members_that_readers_know(
        string type, Decision<StockEvent> decided)
    {
        var (stored, schema, data) = EventCodec.Encode(decided[0]);

        var published = EventCodec.Published(stored, schema, data);

        (published.Type, published.Schema).Should().Be((type, 1));
        Encoding.UTF8.GetString(published.Data).Should().Be(File.ReadAllText(GoldenFileTests.PathOf($"{type}.1")));
        EventCodec.PublishedType(decided[0]).Should().Be(type);
    }

    private static StockItem Evolved(StockItem stock, StockEvent @event) => StockItem.Evolve(stock, @event, At);
}
