using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupplyChain.Tenants;
using Xunit;

namespace SupplyChain.Orders;

/// <summary>Which orders are not looked up.</summary>
public sealed class NewcomersTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Quotas _quotas;
    private readonly Newcomers _newcomers;

    public NewcomersTests()
    {
        _quotas = new(new(), new(_services.GetRequiredService<IMeterFactory>()), _time);
        _newcomers = new(_quotas, _time);
        CallContext.Creates = true;
    }

    [Fact]
    public void An_order_that_its_caller_places_for_the_first_time_is_taken_for_new() =>
        _newcomers.Include("acme").Should().BeTrue();

    [Fact]
    public void An_order_is_looked_up_when_its_caller_does_not_say_so()
    {
        CallContext.Creates = false;

        _newcomers.Include("acme").Should().BeFalse();
    }

    [Fact]
    public void An_order_is_looked_up_when_it_has_to_have_a_version()
    {
        CallContext.Condition = new(Versions.Of([3]), null);

        _newcomers.Include("acme").Should().BeFalse();
    }

    [Fact]
    public void Orders_of_a_tenant_with_quotas_are_looked_up_because_only_new_ones_count()
    {
        _quotas.Known = new Dictionary<TenantId, Quotas.Bounds>
        {
            ["acme"] = new(new(OrdersPerDay: 5), default, 0, 0),
        }.ToFrozenDictionary();

        (_newcomers.Include("acme"), _newcomers.Include("other")).Should().Be((false, true));
    }

    [Fact]
    public void After_one_that_was_not_new_all_are_looked_up_for_a_while()
    {
        _newcomers.WasMistaken();

        _newcomers.Include("acme").Should().BeFalse();
        _time.Advance(Newcomers.CautionInterval);
        _newcomers.Include("acme").Should().BeTrue();
    }

    public void Dispose()
    {
        (CallContext.Creates, CallContext.Condition) = (false, default);
        _services.Dispose();
    }
}
