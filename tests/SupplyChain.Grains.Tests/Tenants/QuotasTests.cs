using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Reflection;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupplyChain.Access;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Tenants;

/// <summary>What quotas let in, with a clock that is set.</summary>
public sealed class QuotasTests : IDisposable
{
    private static readonly TenantId Acme = "acme";
    private static readonly MethodInfo Place = typeof(IOrderGrain).GetMethod(nameof(IOrderGrain.Place))!;
    private static readonly MethodInfo Get = typeof(IOrderGrain).GetMethod(nameof(IOrderGrain.Get))!;
    private static readonly MethodInfo Record = typeof(IShipmentGrain).GetMethod(nameof(IShipmentGrain.Record))!;

    private readonly FakeTimeProvider _time = new(new(2026, 11, 30, 23, 59, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly CallCounts _counts = new();
    private readonly Quotas _quotas;

    public QuotasTests() => _quotas = new(
        _counts, new(_services.GetRequiredService<IMeterFactory>()), _time);

    private DateOnly Today => UsageDays.Of(_time.GetUtcNow());

    [Fact]
    public void Calls_are_counted_by_tenant_and_day()
    {
        _quotas.Admit(Acme, Get, null);
        _quotas.Admit(Acme, Place, null);
        _quotas.Admit("other", Get, null);
        _time.Advance(TimeSpan.FromMinutes(2));
        _quotas.Admit(Acme, Get, null);

        (_counts.Of(Acme, new(2026, 11, 30)).Here, _counts.Of(Acme, new(2026, 12, 1)).Here).Should().Be((2, 1));
        _counts.Of("other", new(2026, 11, 30)).Here.Should().Be(1);
    }

    [Theory]
    [InlineData(typeof(IAccessGrain), nameof(IAccessGrain.SignIn))]
    [InlineData(typeof(IKeyRingGrain), nameof(IKeyRingGrain.Create))]
    [InlineData(typeof(IUsageQueriesGrain), nameof(IUsageQueriesGrain.Usage))]
    [InlineData(typeof(ITenantGrain), nameof(ITenantGrain.Put))]
    [InlineData(typeof(IOperationsGrain), nameof(IOperationsGrain.Now))]
    [InlineData(typeof(IOrderActor), nameof(IOrderActor.Resume))]
    public void Signing_in_keys_and_usage_are_no_usage_and_actors_calls_neither(Type actor, string method)
    {
        Allow(new(CallsPerDay: 0));

        _quotas.Admit(Acme, actor.GetMethod(method)!, null);

        _counts.Of(Acme, Today).Here.Should().Be(0);
    }

    [Fact]
    public void Calls_beyond_the_quota_are_refused_until_midnight_and_not_counted()
    {
        Allow(new(CallsPerDay: 2));
        _quotas.Admit(Acme, Get, null);
        _quotas.Admit(Acme, Get, null);

        var refused = Refused(Get);
        (refused.Quota, refused.Limit, refused.EndsAt).Should().Be(
            (Quota.CallsPerDay, 2, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)));
        refused.Message.Should().Contain("2 calls").And.Contain("2026-12-01 00:00 UTC");
        _counts.Of(Acme, Today).Here.Should().Be(2);
        _quotas.Admit("other", Get, null);

        _time.Advance(TimeSpan.FromMinutes(1));
        _quotas.Admit(Acme, Get, null);
    }

    [Fact]
    public void Calls_that_other_silos_let_in_count_as_soon_as_they_are_known()
    {
        Allow(new(CallsPerDay: 10));
        _quotas.Admit(Acme, Get, null);

        _counts.Of(Acme, Today).Learn(told: 1, all: 10);

        Refused(Get).Quota.Should().Be(Quota.CallsPerDay);
    }

    [Fact]
    public void A_new_order_beyond_the_quota_is_refused_and_one_that_is_there_is_not()
    {
        Allow(new(OrdersPerDay: 3), orders: 3);

        Refused(Place).Quota.Should().Be(Quota.OrdersPerDay);
        _quotas.Admit(Acme, Place, new Known(true));
        _quotas.Admit(Acme, Record, new Known(false));
        Refused(Place, new Known(false)).Quota.Should().Be(Quota.OrdersPerDay);
    }

    [Fact]
    public void A_day_that_has_just_begun_has_no_orders_yet()
    {
        Allow(new(OrdersPerDay: 3), orders: 3);
        Refused(Place);

        _time.Advance(TimeSpan.FromMinutes(1));

        _quotas.Admit(Acme, Place, new Known(false));
    }

    [Fact]
    public void When_the_bytes_are_used_up_new_documents_are_refused_and_what_was_accepted_goes_on()
    {
        Allow(new(Bytes: 1_000), bytes: 1_000);

        var refused = Refused(Place);
        (refused.Quota, refused.Limit, refused.EndsAt).Should().Be((Quota.Bytes, 1_000, null));
        _quotas.Admit(Acme, Record, new Known(false));
        _quotas.Admit(Acme, typeof(IOrderGrain).GetMethod(nameof(IOrderGrain.Cancel))!, new Known(true));
        _quotas.Admit(Acme, Place, new Known(true));
    }

    [Fact]
    public void Without_a_quota_nothing_is_refused()
    {
        Allow(new(OrdersPerDay: 3), orders: 2, bytes: long.MaxValue);

        _quotas.Admit(Acme, Place, new Known(false));
    }

    public void Dispose() => _services.Dispose();

    private void Allow(TenantQuotas quotas, long orders = 0, long bytes = 0) =>
        _quotas.Known = new Dictionary<TenantId, Quotas.Bounds> { [Acme] = new(quotas, Today, orders, bytes) }
            .ToFrozenDictionary();

    private QuotaExceededException Refused(MethodInfo method, object? actor = null) =>
        FluentActions.Invoking(() => _quotas.Admit(Acme, method, actor)).Should().Throw<QuotaExceededException>().Which;

    private sealed record Known(bool HasPast) : IKnowsItsPast;
}
