using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels;

/// <summary>The ledger of a stock item is read from its stream, of which some events are no movements.</summary>
public sealed class StockLedgerTests
{
    private static readonly StreamId Stream = new("demo", StockItem.Kind, "A@WH-1");

    private readonly MemoryJournal _journal = new();

    public StockLedgerTests()
    {
        var stock = StockItem.Initial;
        for (var i = 1; i <= 150; i++)
        {
            Append(i % 3 == 0 ? [new StockEvent.Reserved(
                    new(new OrderId($"O-{i}"), 1, ReservationOrigin.Owner, 1), 1, 3, Appending.Now,
                    new(stock.OnHand, stock.Reserved + 1))]
                : i % 7 == 0 ? [new StockEvent.Rationed(), new StockEvent.RationingEnded()]
                : i % 5 == 0 ? [Movement(Adjustment.Kind, $"ADJ-{i}", -1)]
                : [Movement(Receipt.Kind, $"R-{i}", 4)]);
        }

        StockEvent.Moved Movement(string kind, string id, long delta) => new(
            new(kind, id), delta, null, Appending.Now, new(stock.OnHand + delta, stock.Reserved));

        void Append(StockEvent[] events)
        {
            _journal.Append(Stream, events, UnfinishedWork.None, Appending.Now, null);
            stock = events.Aggregate(stock, (state, @event) => StockItem.Evolve(state, @event, Appending.Now));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    public async Task Pages_are_parts_of_the_whole(int limit)
    {
        var whole = (await _journal.LedgerAsync("demo", new("A", "WH-1"), new(1_000)))!;

        whole.Next.Should().BeNull();
        whole.Items.Select(entry => entry.Version).Should().BeInDescendingOrder();
        whole.Items.Should().HaveCount(
            _journal.Rows.Count(row => row.Type is not ("stock.rationed" or "stock.rationing-ended")))
            .And.HaveCountLessThan(_journal.Rows.Count);
        (await WalkAsync(_journal, limit)).Should().Equal(whole.Items);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(60, 3)]
    [InlineData(60, 200)]
    [InlineData(1_000, 7)]
    public async Task Levels_are_told_where_events_of_an_older_release_do_not_say_them(int olderEvents, int limit)
    {
        var older = MemoryJournal.Of(
            _journal.Rows.Select(row => row.Version <= olderEvents ? OlderRelease.Wrote(row) : row));
        older.Rows[0].Type.Should().Be("stock.received");

        (await WalkAsync(older, limit)).Should().Equal(await WalkAsync(_journal, limit: 1_000));
    }

    [Fact]
    public async Task A_page_reads_little_of_a_long_stream()
    {
        var page = (await _journal.LedgerAsync("demo", new("A", "WH-1"), new(5)))!;

        page.Items.Should().HaveCount(5);
        _journal.EventsReread.Should().BeLessThanOrEqualTo(50);
    }

    [Fact]
    public async Task A_stock_item_that_nothing_happened_to_has_no_ledger()
    {
        (await _journal.LedgerAsync("demo", new("A", "WH-9"), new())).Should().BeNull();
        (await _journal.LedgerAsync("other", new("A", "WH-1"), new())).Should().BeNull();
    }

    private static async Task<List<LedgerEntry>> WalkAsync(MemoryJournal journal, int limit)
    {
        var listed = new List<LedgerEntry>();
        for (string? after = null; ;)
        {
            var page = (await journal.LedgerAsync("demo", new("A", "WH-1"), new(limit, after)))!;
            listed.AddRange(page.Items);
            if (page.Next is null)
            {
                return listed;
            }
            page.Items.Should().HaveCount(limit);
            after = page.Next;
        }
    }
}
