using FluentAssertions;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Operations;

/// <summary>Who stays in memory without being asked, and for how long.</summary>
public sealed class LeavingMemory(OneSilo silo)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task A_cancelled_order_leaves_soon_and_answers_as_before()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Place("O1", "SKU", 2);
        var cancelled = await world.Order("O1").Cancel(new("too late"));
        cancelled.Accepted.Should().BeTrue();

        Leaving(world, TimeSpan.Zero).Should().NotContain("order/O1", "a repeat of the command finds it in memory");
        await LeaveAsync(world, Soon, "order/O1");

        (await world.Order("O1").Get())!.Should().Match<OrderDetails>(order =>
            order.Status == OrderStatus.Cancelled && order.Version == cancelled.Value!.Version);
        (await world.Order("O1").Cancel(new("too late"))).Replayed.Should().BeTrue();
    }

    [Fact]
    public async Task An_order_that_can_be_released_stays_for_minutes_and_is_released_after_it_left()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Place("O1", "SKU", 2);

        Leaving(world, Soon).Should().NotContain("order/O1");
        await LeaveAsync(world, Minutes, "order/O1");

        (await world.Order("O1").Release(new())).Value!.Status.Should().Be(OrderStatus.Released);
    }

    [Fact]
    public async Task What_was_delivered_leaves_soon_with_its_order()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Place("O1", "SKU", 2);
        var shipment = (await world.Order("O1").Release(new())).Value!.Shipments[0];
        Leaving(world, Soon).Should().NotContain($"shipment/{shipment}", "it is on its way");

        await world.Shipment(shipment).Record(new("M1", MilestoneKind.Delivered, OccurredAt.Unknown));
        await world.Eventually("O1", order => order.Status == OrderStatus.Delivered);

        await LeaveAsync(world, Soon, "order/O1", $"shipment/{shipment}");
        (await world.Order("O1").Get())!.Status.Should().Be(OrderStatus.Delivered);
        (await world.Shipment(shipment).Get())!.Status.Should().Be(ShipmentStatus.Delivered);
    }

    [Fact]
    public async Task A_number_that_was_only_asked_for_leaves_soon()
    {
        var world = silo.NewWorld();
        (await world.Order("O1").Get()).Should().BeNull();

        await LeaveAsync(world, Soon, "order/O1");
    }

    [Fact]
    public async Task The_supply_of_a_product_stays()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);

        Leaving(world, Minutes).Should().Contain("product/SKU").And.NotContain("supply/SKU");
    }

    /// <summary>The actors that are due to leave then if they are not asked, by kind and number.</summary>
    private IEnumerable<string> Leaving(World world, TimeSpan ahead) => Overdue(world, ahead).Select(Name);

    /// <summary>They are due to leave then, and leave.</summary>
    private async Task LeaveAsync(World world, TimeSpan ahead, params string[] who)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (who.Except(Leaving(world, ahead)).Any() && !deadline.IsCancellationRequested)
        {
            await Task.Delay(5, cancel); // What it told others is still being confirmed.
        }
        Leaving(world, ahead).Should().Contain(who);
        await silo.IdleActors.LeaveAsync(Overdue(world, ahead), cancel);
        silo.Actors.Ids.Select(id => $"{id.Type}/{id.Key}").Should().NotContain(
            who.Select(one => one.Replace("/", $"/{world.Tenant}/", StringComparison.Ordinal)));
    }

    private IEnumerable<IMovableActor> Overdue(World world, TimeSpan ahead) => silo.Actors.Overdue(ahead)
        .Where(actor => GrainKey.Split(actor.Context.GrainId.Key.ToString()!).Tenant == world.Tenant);

    private static string Name(IMovableActor actor) =>
        $"{actor.Kind}/{GrainKey.Split(actor.Context.GrainId.Key.ToString()!).Id}";
}
