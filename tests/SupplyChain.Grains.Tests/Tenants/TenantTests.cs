using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;

namespace SupplyChain.Tenants;

public sealed class TenantTests(OneSilo silo)
{
    [Fact]
    public async Task A_tenant_is_listed_as_soon_as_it_is_made()
    {
        var world = silo.NewWorld();
        var tenant = world.Actor<ITenantGrain>(ITenantGrain.Id);
        (await tenant.Get()).Should().BeNull();
        (await silo.Tenants.ExistsAsync(world.Tenant)).Should().BeFalse();

        (await tenant.Put(new("World"))).Status.Should().Be(ReplyStatus.Created);
        (await tenant.Put(new("World"))).Status.Should().Be(ReplyStatus.Replayed);

        (await world.Grains.GetGrain<ITenantQueriesGrain>("demo").List()).Select(known => known.Id)
            .Should().Contain([world.Tenant, "demo"]);
        (await silo.Tenants.ExistsAsync(world.Tenant)).Should().BeTrue();
        (await silo.Tenants.ExistsAsync("demo")).Should().BeTrue("the home tenant is there without having been made");
    }

    [Fact]
    public async Task What_a_tenant_uses_is_told_by_day()
    {
        var world = await silo.NewWorld().With("WH", "SKU", 10);
        await world.Actor<ITenantGrain>(ITenantGrain.Id).Put(new("World"));
        await world.Place("O-1", "SKU", 1);
        await world.Place("O-1", "SKU", 1);
        await world.Place("O-2", "SKU", 1);
        await silo.CaughtUpAsync();
        await silo.CallReports.ReportAsync();

        var usage = await world.Grains.GetGrain<IUsageQueriesGrain>(world.Tenant.Value).Usage(new());

        var today = usage.Days.Should().ContainSingle().Which;
        today.Orders.Should().Be(2, "the second time O-1 was there");
        today.Events.Should().BeGreaterThan(8);
        today.Bytes.Should().Be(usage.Bytes).And.BeGreaterThan(today.Events * 10);
        today.Calls.Should().Be(
            6, "a warehouse, a product, a receipt, three orders; what actors ask each other is none");
        (await world.Actor<ITenantGrain>(ITenantGrain.Id).Usage(new()))!.Days.Should().Equal(usage.Days);
        var another = silo.NewWorld();
        (await another.Actor<ITenantGrain>(ITenantGrain.Id).Usage(new())).Should().BeNull();
    }

    [Fact]
    public async Task Orders_beyond_the_quota_are_refused_and_those_that_are_there_are_not()
    {
        var world = await silo.NewWorld().With("WH", "SKU", 10);
        await world.Place("O-1", "SKU", 1);
        await QuotasAsync(world, new(OrdersPerDay: 1));

        var second = () => world.Place("O-2", "SKU", 1);

        (await second.Should().ThrowAsync<QuotaExceededException>()).Which.Quota.Should().Be(Quota.OrdersPerDay);
        (await world.Place("O-1", "SKU", 1)).Status.Should().Be(ReplyStatus.Replayed);
        (await world.Order("O-2").Get()).Should().BeNull();
        await QuotasAsync(world, TenantQuotas.None);
        (await world.Place("O-2", "SKU", 1)).Accepted.Should().BeTrue();
    }

    [Fact]
    public async Task When_the_bytes_are_used_up_what_was_accepted_is_still_shipped()
    {
        var world = await silo.NewWorld().With("WH", "SKU", 10);
        await world.Place("O-1", "SKU", 1);
        await QuotasAsync(world, new(Bytes: 1));

        var product = () => world.Product("NEW");
        var receipt = () => world.Receive("WH", "SKU", 1);
        (await product.Should().ThrowAsync<QuotaExceededException>()).Which.EndsAt.Should().BeNull();
        await receipt.Should().ThrowAsync<QuotaExceededException>();

        (await world.Order("O-1").Release(new())).Accepted.Should().BeTrue();
        var order = await world.Eventually("O-1", order => order.Shipments.Count > 0);
        (await world.Shipment(order.Shipments[0]).Record(new("M-1", Shipments.MilestoneKind.Delivered)))
            .Accepted.Should().BeTrue();
        (await world.Eventually("O-1", seen => seen.Status == Orders.OrderStatus.Delivered)).Should().NotBeNull();
    }

    [Fact]
    public async Task Calls_beyond_the_quota_are_refused_but_not_the_question_why()
    {
        var world = await silo.NewWorld().With("WH", "SKU", 0);
        await QuotasAsync(world, new(CallsPerDay: 2));

        var call = () => world.Actor<IProductGrain>("SKU").Get();

        (await call.Should().ThrowAsync<QuotaExceededException>()).Which.Limit.Should().Be(2);
        var usage = await world.Grains.GetGrain<IUsageQueriesGrain>(world.Tenant.Value).Usage(new());
        usage.Quotas.Should().Be(new TenantQuotas(CallsPerDay: 2));
    }

    /// <summary>Sets quotas, and has the silo look at what was used.</summary>
    private async Task QuotasAsync(World world, TenantQuotas quotas)
    {
        (await world.Actor<ITenantGrain>(ITenantGrain.Id).Put(new("World", quotas))).Accepted.Should().BeTrue();
        await silo.CaughtUpAsync();
        await silo.Tenants.ListAsync();
        await silo.QuotaWatch.LookAsync(TestContext.Current.CancellationToken);
    }
}
