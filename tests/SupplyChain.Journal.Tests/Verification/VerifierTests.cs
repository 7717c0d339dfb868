using System.Text;
using SupplyChain.Inventory;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.Verification;

/// <summary>A good journal verifies; each way to break it is found, by the invariant it breaks.</summary>
public sealed class VerifierTests
{
    private static readonly DateTimeOffset Later = Appending.Now.AddDays(1);

    private readonly World _world = Worlds.Corrected();

    [Fact]
    public async Task Reserving_more_than_there_is_is_found()
    {
        Append("stock", "B@WH-2", new StockEvent.Reserved(Key("O-9", 77), 1_000, 3, Later));

        await ShouldFindAsync(_world.Journal, "never-oversell");
    }

    [Fact]
    public async Task An_adjustment_below_reserved_that_drops_nothing_is_found()
    {
        var item = _world.Journal.Rows
            .Last(row => row.Type == "stock.reserved" && Stock(row.Stream.Id).Reserved > 0).Stream;
        Append(
            "stock", item.Id,
            new StockEvent.Moved(new("adjustment", "ADJ-1"), -Stock(item.Id).Available - 1, "theft", null));

        await ShouldFindAsync(_world.Journal, "never-oversell");
    }

    [Fact]
    public async Task Units_that_come_from_nowhere_are_found() => await ShouldFindAsync(
        Changed("stock.moved", row => Replaced(row, "\"delta\":20", "\"delta\":21")), "conservation");

    [Fact]
    public async Task A_level_that_an_event_says_wrongly_is_found() => await ShouldFindAsync(
        Changed("stock.reserved", row => row.Stream.Id == "B@WH-2"
            ? Replaced(row, "\"after\":{\"onHand\":1", "\"after\":{\"onHand\":2")
            : row),
        "conservation");

    [Theory]
    [InlineData("receipt.recorded", "\"quantity\":20", "\"quantity\":21", "receipt 31 (stock items: 30)")]
    [InlineData("adjustment.recorded", "\"delta\":1,", "\"delta\":2,", "adjustment 2 (stock items: 1)")]
    [InlineData("shipment.goods-issued", "\"quantity\":6", "\"quantity\":5", "shipment -5 (stock items: -6)")]
    public async Task Documents_of_a_kind_that_say_other_units_than_the_stock_items_are_found(
        string type, string said, string instead, string kind)
    {
        var report = await VerifyAsync(Changed(type, row => Replaced(row, said, instead)), Later.AddDays(1));

        report.Violations.Where(one => one.Invariant == "conservation").Should().ContainSingle()
            .Which.Message.Should().Contain(kind).And.Contain("units are on hand");
    }

    [Fact]
    public async Task Units_moved_by_a_document_that_is_not_there_are_found()
    {
        Append("stock", "B@WH-2", new StockEvent.Moved(new("teleport", "T-1"), 5, null, null));

        await ShouldFindAsync(_world.Journal, "conservation");
    }

    [Fact]
    public async Task Unfinished_work_is_in_flight_for_a_minute_and_a_violation_then()
    {
        _world.Journal.Append(
            new("demo", Order.Kind, "O-1"), [new OrderEvent.GrantsReturned("A", [])], UnfinishedWork.Own, Later, null);

        var soon = await VerifyAsync(_world.Journal, Later.AddSeconds(59));
        var late = await VerifyAsync(_world.Journal, Later.AddSeconds(60));

        (soon.Ok, soon.Pending).Should().Be((true, 1));
        late.Violations.Should().ContainSingle().Which.Invariant.Should().Be("nothing-undecided");
    }

    [Fact]
    public async Task A_line_without_its_reservation_is_found()
    {
        var held = _world.Order("O-9").Allocations[0];
        Append("stock", held.StockItem.ToString(), new StockEvent.ReservationReduced(held.Key, held.Quantity, 0));

        await ShouldFindAsync(_world.Journal, "reservations-match");
    }

    [Theory]
    [InlineData("O-9")]
    [InlineData("transfer/O-1")]
    public async Task A_reservation_without_its_line_is_found(string owner)
    {
        Append("stock", "B@WH-2", new StockEvent.Reserved(Key(owner, 77), 1, 3, Later));

        await ShouldFindAsync(_world.Journal, "reservations-match");
    }

    [Fact]
    public async Task A_reservation_of_another_quantity_is_found() => await ShouldFindAsync(
        Changed("stock.reserved", row =>
            row.Stream.Id == "B@WH-2" ? Replaced(row, "\"quantity\":", "\"quantity\":1") : row),
        "reservations-match");

    [Fact]
    public async Task A_repeated_effect_of_a_receipt_is_found()
    {
        _world.Journal.Add(_world.Journal.Rows.First(row => row.Type == "stock.moved"));

        await ShouldFindAsync(_world.Journal, "one-effect-per-cause");
    }

    [Fact]
    public async Task A_receipt_that_never_reached_the_stock_item_is_found()
    {
        var rows = _world.Journal.Rows.Where(row => row is not { Type: "stock.moved", Stream.Id: "C@WH-3" });

        await ShouldFindAsync(MemoryJournal.Of(rows), "one-effect-per-cause");
    }

    [Fact]
    public async Task An_adjustment_by_another_amount_is_found() => await ShouldFindAsync(
        Changed("stock.moved", row => Replaced(row, "\"ADJ-2\"},\"delta\":1", "\"ADJ-2\"},\"delta\":2")),
        "one-effect-per-cause");

    [Fact]
    public async Task Goods_that_leave_twice_are_found()
    {
        Append("shipment", "S-1", new ShipmentEvent.GoodsIssued([]));

        await ShouldFindAsync(_world.Journal, "shipment-custody");
    }

    [Fact]
    public async Task Goods_that_leave_beyond_the_plan_are_found() => await ShouldFindAsync(
        Changed("shipment.planned", row =>
            row.Stream.Id == "S-1" ? Replaced(row, "\"quantity\":4", "\"quantity\":3") : row),
        "shipment-custody");

    [Fact]
    public async Task Shipping_more_than_was_ordered_is_found() => await ShouldFindAsync(
        Changed(
            "order.placed",
            row => row.Stream.Id == "O-2" ? Replaced(row, "\"quantity\":3", "\"quantity\":2") : row),
        "shipment-custody");

    [Fact]
    public async Task A_missing_version_is_found()
    {
        var journal = AsTheyAre(_world.Journal.Rows.Where(row => row is not { Stream.Id: "O-1", Version: 3 }));

        await ShouldFindAsync(journal, "versions-without-gap");
    }

    [Fact]
    public async Task A_rewritten_row_is_found()
    {
        var journal = AsTheyAre(_world.Journal.Rows.Select(row =>
            row.Type == "product.defined" ? Replaced(row, "Product A", "Product Z") : row));

        await ShouldFindAsync(journal, "hash-chain");
    }

    [Fact]
    public async Task An_event_nobody_can_read_is_found() => await ShouldFindAsync(
        Changed("order.cancelled", row => row with { Type = "order.teleported" }), "events-readable");

    [Fact]
    public async Task A_reference_into_another_tenant_is_found() => await ShouldFindAsync(
        Changed("shipment.planned", row =>
            row.Stream.Id == "S-1" ? row with { Stream = row.Stream with { Tenant = "other" } } : row),
        "tenant-isolation");

    [Fact]
    public async Task It_tells_how_far_it_is_while_it_reads()
    {
        for (var i = 0; i < 2_500; i++)
        {
            _world.Product($"MANY-{i}");
        }
        var (progress, seen) = (new VerificationProgress(), new List<(long Read, long? Of)>());
        var journal = Watched.Over(_world.Journal, () => seen.Add((progress.EventsRead, progress.Events)));

        var report = await new Verifier(journal, null, null, TimeProvider.System).VerifyAsync(Later, progress);

        var all = _world.Journal.Rows.Count;
        seen.Select(look => look.Read).Should().Equal(0, 1_000, 2_000);
        seen.Should().OnlyContain(look => look.Of == all);
        (report.Events, progress.EventsRead, progress.Events).Should().Be((all, all, all));
    }

    private static async Task ShouldFindAsync(MemoryJournal journal, string invariant)
    {
        var report = await VerifyAsync(journal, Later.AddDays(1));
        report.Ok.Should().BeFalse();
        report.Violations.Select(violation => violation.Invariant).Should().Contain(invariant);
    }

    private static Task<VerifyReport> VerifyAsync(MemoryJournal journal, DateTimeOffset now) =>
        new Verifier(journal, null, null, TimeProvider.System).VerifyAsync(now);

    private static MemoryJournal AsTheyAre(IEnumerable<JournaledEvent> rows)
    {
        var journal = new MemoryJournal();
        foreach (var row in rows)
        {
            journal.AddAsItIs(row);
        }
        return journal;
    }

    private static JournaledEvent Replaced(JournaledEvent row, string old, string @new) => row with
    {
        Data = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.Data).Replace(old, @new, StringComparison.Ordinal)),
    };

    private static ReservationKey Key(string order, int attempt) => new(order, 1, ReservationOrigin.Owner, attempt);

    private StockItem Stock(string id) => _world.State<StockItem, StockEvent>(id);

    private void Append(string kind, string id, object @event) =>
        _world.Journal.Append(new("demo", kind, id), [@event], UnfinishedWork.None, Later, null);

    private MemoryJournal Changed(string type, Func<JournaledEvent, JournaledEvent> change)
    {
        var changed = _world.Journal.Rows.Select(row => row.Type == type ? change(row) : row).ToArray();
        changed.Should().NotEqual(_world.Journal.Rows, "the test changes something");
        return MemoryJournal.Of(changed);
    }
}
