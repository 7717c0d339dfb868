using System.Text.Json;
using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;

namespace SupplyChain;

/// <summary>When states are written down.</summary>
public sealed class SnapshotPaceTests
{
    private const int Interval = 500;
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_stock_item_with_ever_more_reservations_writes_snapshots_in_proportion_to_its_events()
    {
        var written = Write(30_000, index => new StockEvent.Reserved(Key(index), 1, 3, Now));

        written.Snapshots.Should().NotBeEmpty();
        written.Snapshots.Sum(snapshot => (long)snapshot.Bytes).Should().BeLessThan(4 * written.EventBytes);
        var newest = written.Snapshots[^1];
        written.BytesSince.Should().BeLessThan(newest.Bytes, "an activation reads more in the snapshot than behind it");
    }

    [Fact]
    public void A_state_that_stays_small_is_written_every_500_events()
    {
        var written = Write(5 * Interval, index => index % 2 == 0
            ? new StockEvent.Reserved(Key(index), 1, 3, Now)
            : new StockEvent.ReservationReduced(Key(index - 1), 1, 0));

        written.Snapshots.Select(snapshot => snapshot.Version).Should().Equal(
            Enumerable.Range(1, 5).Select(count => (long)count * Interval));
    }

    [Fact]
    public void An_activation_goes_on_counting_where_the_snapshot_was_taken()
    {
        var pace = new SnapshotPace(version: 1_000, bytes: 100_000);

        for (var version = 1_001; version <= 1_500; version++)
        {
            pace.Follow(100);
            pace.Take(version).Should().Be(version == 1_500, "50,000 bytes and 500 events are enough");
        }
    }

    private static ReservationKey Key(int order) =>
        new(new Orders.OrderId($"O-{order}"), 1, ReservationOrigin.Owner, 1);

    private static Written Write(int events, Func<int, StockEvent> happen)
    {
        var (pace, state, written) = (new SnapshotPace(), StockItem.Initial, new Written());
        for (var index = 0; index < events; index++)
        {
            // Far apart, so that closed attempts are forgotten as they are in a day.
            var happened = happen(index);
            state = StockItem.Evolve(state, happened, Now.AddSeconds(index));
            var size = EventCodec.Encode(happened).Data.Length;
            pace.Follow(size);
            (written.EventBytes, written.BytesSince) = (written.EventBytes + size, written.BytesSince + size);
            if (pace.Take(state.Version))
            {
                var bytes = JsonSerializer.SerializeToUtf8Bytes(state, EventCodec.Json).Length;
                pace.Measured(bytes);
                written.Snapshots.Add((state.Version, bytes));
                written.BytesSince = 0;
            }
        }
        return written;
    }

    private sealed class Written
    {
        public long EventBytes { get; set; }

        public long BytesSince { get; set; }

        public List<(long Version, int Bytes)> Snapshots { get; } = [];
    }
}
