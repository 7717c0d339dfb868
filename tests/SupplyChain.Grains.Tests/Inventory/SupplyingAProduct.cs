using System.Collections.Immutable;
using FluentAssertions;
using SupplyChain.Journal;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Inventory;

/// <summary>The one actor that decides who gets units of a product.</summary>
public sealed class SupplyingAProduct(OneSilo silo)
{
    private static readonly DateTimeOffset Since = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task The_first_goods_in_a_warehouse_are_known_before_the_receipt_is_answered()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        (await world.Supply("SKU").Levels()).Should().ContainSingle().Which.OnHand.Should().Be(5);

        for (var more = 2; more < 12; more++)
        {
            await world.Supply("SKU").Receive(new($"W{more}", new($"R{more}", 0, 7, OccurredAt.Now, Repeat.No)));
            (await world.Supply("SKU").Levels()).Should().HaveCount(more);
        }
    }

    [Fact]
    public async Task A_product_that_is_defined_anew_is_known_so_to_the_next_order()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        (await KnownWeight()).Should().BeNull();

        (await world.Actor<IProductGrain>("SKU").Put(new("Product", UnitWeightKg: 2.5))).Accepted.Should().BeTrue();

        (await KnownWeight()).Should().Be(2.5);

        async Task<double?> KnownWeight() => (await world.Supply("SKU").Candidates(
            new(null, null, Freshness.AsKnown, CountedStock.FreeForAll))).Product!.UnitWeightKg;
    }

    [Fact]
    public async Task Several_reservations_of_an_order_are_each_taken_wholly_or_not_at_all()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Warehouses("W2");
        await world.Receive("W2", "SKU", 2);

        var outcomes = await world.Supply("SKU").Reserve(
            [new("W1", Want("O1", 1, 4)), new("W2", Want("O1", 2, 3)), new("W1", Want("O1", 3, 1))]);

        outcomes.Should().Equal(ReserveOutcome.Reserved, ReserveOutcome.Short, ReserveOutcome.Reserved);
        (await world.Stock("SKU", "W1")).Available.Should().Be(0);
        (await world.Stock("SKU", "W2")).Reserved.Should().Be(0);
    }

    [Fact]
    public async Task While_a_line_waits_units_go_through_the_queue_only_and_nothing_is_marked()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Warehouses("W2");
        await world.Place("PINNED", "SKU", 3, pinned: "W2");

        var outcomes = await world.Supply("SKU").Reserve([new("W1", Want("O1", 1, 4))]);

        outcomes.Should().Equal(ReserveOutcome.Rationed);
        (await world.Supply("SKU").Levels()).Should().OnlyContain(level => level.Rationed);
        (await world.Stock("SKU", "W1")).Rationed.Should().BeTrue();
        (await world.Order("PINNED").Cancel(new("changed their mind"))).Accepted.Should().BeTrue();
        (await world.Stock("SKU", "W1")).Rationed.Should().BeFalse();

        var stream = new StreamId(world.Tenant, StockItem.Kind, "SKU@W1");
        var stock = await silo.Journal.ReadStreamAsync(
            stream, 1, cancellationToken: TestContext.Current.CancellationToken);
        stock.Should().ContainSingle("only the receipt happened to it");
    }

    /// <summary>
    /// A crash leaves a part of what a turn appended: what was proposed, or that and its reservations.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_crash_interrupted_between_proposal_and_grant_is_carried_out_once(bool reserved)
    {
        var world = silo.NewWorld();
        await world.Warehouses("W1");
        await world.Product("SKU");
        var waiting = new WaitingLine("O1", 1, 3, 3, Since, 1, null, null, null, true, false, []);
        var why = new AllocationReason(default, [], ImmutableSortedDictionary<RejectionReason, int>.Empty);
        var grant = new LineGrant("O1", 1, "W1", 1, 3, null, why);
        await WriteAsync<Backlog, BacklogEvent>(
            world, "SKU", new BacklogEvent.Queued([QueuedLine.Of(waiting)], []),
            new BacklogEvent.GrantsProposed([grant]));
        var key = new ReservationKey("O1", 1, ReservationOrigin.Backlog, 1);
        await WriteAsync<StockItem, StockEvent>(
            world, "SKU@W1",
            [
                new StockEvent.Moved(new(Receipt.Kind, "R", 0), 5, null, null, new(5, 0)),
                .. reserved ? [new StockEvent.Reserved(key, 3, 3, Since)] : Array.Empty<StockEvent>(),
            ]);

        await world.Supply("SKU").Resume();
        await world.Supply("SKU").Resume();

        (await world.Stock("SKU", "W1")).Reserved.Should().Be(3);
        (await world.Supply("SKU").GrantsOf("O1")).Grants.Should().ContainSingle().Which.Quantity.Should().Be(3);
        (await world.Supply("SKU").Head(new(10))).Lines.Should().BeEmpty();
    }

    private static ReserveStock Want(DemandOwner owner, int line, long units) =>
        new(new(owner, line, ReservationOrigin.Owner, 1), units, 3, Since);

    private async Task WriteAsync<TState, TEvent>(World world, string id, params TEvent[] events)
        where TState : class, IAggregate<TState, TEvent>
        where TEvent : class
    {
        var opened = await silo.Journal.OpenAsync(
            new(world.Tenant, TState.Kind, id), TState.StateSchema, TestContext.Current.CancellationToken);
        var now = JournalTime.Cut(TimeProvider.System.GetUtcNow());
        var rows = events.Select(@event => EventCodec.Encode(@event)).Select(row => new NewEvent(
            row.Type, row.Schema, row.Data, null, null, 0)).ToArray();
        await opened.Pen.AppendAsync(rows, new("test", "test", now, now + TimeSpan.FromSeconds(10)));
    }
}
