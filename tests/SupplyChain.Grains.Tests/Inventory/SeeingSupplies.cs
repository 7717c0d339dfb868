using FluentAssertions;
using Orleans.Core.Internal;
using Xunit;

namespace SupplyChain.Inventory;

/// <summary>What orders see of the supplies of their silo without a message.</summary>
public sealed class SeeingSupplies(OneSilo silo)
{
    private static readonly FindCandidates Anything = new(null, null, Freshness.AsKnown, CountedStock.FreeForAll);

    [Fact]
    public async Task A_supply_shows_what_it_answers_at_once_after_each_decision()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);
        await world.Place("O1", "SKU", 4);

        (await SeenAsync(world)).Should().Equal(("W1", 6));
        (await silo.Near.Find(world.Tenant, "SKU")!.FindAsync(Anything)).Should().BeEquivalentTo(
            await world.Supply("SKU").Candidates(Anything));

        await world.Warehouses("W2");
        await world.Receive("W2", "SKU", 3);
        await world.Adjust("W1", "SKU", -1);

        (await SeenAsync(world)).Should().Equal(("W1", 5), ("W2", 3));
    }

    [Fact]
    public async Task A_supply_that_has_left_the_silo_is_not_seen()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);
        await world.Place("O1", "SKU", 4);

        await world.Supply("SKU").AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (silo.Near.Find(world.Tenant, "SKU") is not null)
            await Task.Delay(5, deadline.Token);

        (await world.Place("O2", "SKU", 4)).Value!.Allocations.Should().ContainSingle();
        (await SeenAsync(world)).Should().Equal(("W1", 2));
    }

    [Fact]
    public void What_never_woke_up_is_not_seen() => silo.Near.Find("elsewhere", "SKU").Should().BeNull();

    private async Task<IEnumerable<(string, long)>> SeenAsync(World world)
    {
        var seen = await silo.Near.Find(world.Tenant, "SKU")!.FindAsync(Anything);
        return seen.Candidates.Select(one => (one.Level.Warehouse.Value, one.Level.Available)).Order();
    }
}
