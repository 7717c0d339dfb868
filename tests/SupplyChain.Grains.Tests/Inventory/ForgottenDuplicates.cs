using FluentAssertions;
using SupplyChain.Journal;
using Xunit;

namespace SupplyChain.Inventory;

/// <summary>Actors whose streams somebody else has written to, as a second activation of them would.</summary>
public sealed class ForgottenDuplicates(OneSilo silo)
{
    private static readonly ReservationKey Key = new("O1", 1, ReservationOrigin.Owner, 1);

    [Fact]
    public async Task A_stock_item_does_not_answer_from_the_past_that_a_reservation_stands()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        var supply = world.Supply("SKU");
        Items<AtWarehouse<ReserveStock>> reserve = [new("W1", new(Key, 2, Priority: 3, DateTimeOffset.UnixEpoch))];
        (await supply.Reserve(reserve)).Should().Equal(ReserveOutcome.Reserved);

        await WriteAsync(
            new(world.Tenant, StockItem.Kind, "SKU@W1"), StockItem.StateSchema,
            new StockEvent.ReservationReduced(Key, 2, 0));

        (await OnceItStartedAnew(() => supply.Reserve(reserve))).Should().Equal(ReserveOutcome.Stale);
    }

    [Fact]
    public async Task A_stock_item_does_not_answer_from_the_past_that_there_is_nothing_to_release()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        var supply = world.Supply("SKU");
        await world.Stock("SKU", "W1");

        await WriteAsync(
            new(world.Tenant, StockItem.Kind, "SKU@W1"), StockItem.StateSchema,
            new StockEvent.Reserved(Key, 2, 3, DateTimeOffset.UnixEpoch));

        var reply = (await OnceItStartedAnew(() => supply.Reduce([new("W1", new([new(Key, 0)]))])))[0];
        reply.Value!.Reserved.Should().Be(0);
        reply.Replayed.Should().BeFalse("the reservation was there");
    }

    /// <summary>Appends behind the back of whoever lives.</summary>
    private async Task WriteAsync(StreamId stream, int stateSchema, StockEvent @event)
    {
        var opened = await silo.Journal.OpenAsync(stream, stateSchema, TestContext.Current.CancellationToken);
        var (type, schema, data) = EventCodec.Encode(@event);
        var now = JournalTime.Cut(TimeProvider.System.GetUtcNow());
        await opened.Pen.AppendAsync(
            [new(type, schema, data, null, null, 0)],
            new("test", "test", now, now + TimeSpan.FromSeconds(10)));
    }

    /// <summary>The first call may be told that the actor starts anew; what counts is what it says then.</summary>
    private static async Task<T> OnceItStartedAnew<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (UnavailableException)
        {
            return await call();
        }
    }
}
