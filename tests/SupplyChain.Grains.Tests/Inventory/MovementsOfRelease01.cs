using FluentAssertions;
using SupplyChain.Journal;
using SupplyChain.Operations;
using Xunit;

namespace SupplyChain.Inventory;

/// <summary>Stock items whose streams were written by release 0.1, in its four types of movements.</summary>
public sealed class MovementsOfRelease01(OneSilo silo)
{
    private static readonly ReservationKey Key = new("O1", 1, ReservationOrigin.Owner, 1);

    [Fact]
    public async Task Goods_that_were_issued_before_the_upgrade_are_not_issued_again()
    {
        var world = await silo.NewWorld().With("W1", "OLD", 0);
        await WriteAsync(
            new(world.Tenant, StockItem.Kind, "OLD@W1"),
            (new StockEvent.Moved(new(Receipt.Kind, "R-1", 0), 5, null, null), "receipt/R-1/0"),
            (new StockEvent.Reserved(Key, 3, 3, DateTimeOffset.UnixEpoch), null),
            (new StockEvent.Moved(
                new(Shipments.Shipment.Kind, "S-1"), -2, null, null, Consumed: [new(Key, 2)]), "shipment/S-1"));
        var supply = world.Supply("OLD");

        var issued = await supply.Issue(new("W1", new("S-1", [new(Key, 3)], OccurredAt.Now, Repeat.Maybe)));
        var received = await supply.Receive(new("W1", new("R-1", 0, 5, OccurredAt.Now, Repeat.Maybe)));

        issued.Should().Equal(new IssueGoodsLine(Key, 2));
        received.Replayed.Should().BeTrue();
        (received.Value!.OnHand, received.Value.Reserved).Should().Be((3, 1));
    }

    [Fact]
    public async Task What_was_issued_after_the_upgrade_is_answered_again()
    {
        var world = await silo.NewWorld().With("W1", "NEW", 5);
        var supply = world.Supply("NEW");
        await supply.Reserve([new("W1", new(Key, 3, 3, DateTimeOffset.UnixEpoch))]);
        var issue = new AtWarehouse<IssueGoods>("W1", new("S-1", [new(Key, 3)], OccurredAt.Now, Repeat.Maybe));

        (await supply.Issue(issue)).Should().Equal(new IssueGoodsLine(Key, 3));
        (await supply.Issue(issue)).Should().Equal(new IssueGoodsLine(Key, 3));
        (await world.Stock("NEW", "W1")).OnHand.Should().Be(2);
    }

    private async Task WriteAsync(StreamId stream, params (StockEvent Event, string? Cause)[] events)
    {
        var opened = await silo.Journal.OpenAsync(
            stream, StockItem.StateSchema, TestContext.Current.CancellationToken);
        var now = JournalTime.Cut(TimeProvider.System.GetUtcNow());
        foreach (var (@event, cause) in events)
        {
            var (type, schema, data) = EventCodec.Encode(@event, FeatureLevel.First)!.Value;
            await opened.Pen.AppendAsync(
                [new(type, schema, data, null, cause, 0)],
                new("test", "test", now, now + TimeSpan.FromSeconds(10)));
        }
    }
}
