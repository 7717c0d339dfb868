using FluentAssertions;
using Xunit;
using static SupplyChain.Tenants.TenantEvent;

namespace SupplyChain.Tenants;

public sealed class RegisteredTenantTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_tenant_is_made_with_its_name() =>
        RegisteredTenant.Decide(RegisteredTenant.Initial, new("ACME"))
            .Should().Equal(new Created("ACME"));

    [Fact]
    public void And_with_its_quotas_when_there_are_some() =>
        RegisteredTenant.Decide(RegisteredTenant.Initial, new("ACME", new(10, null, 1_000)))
            .Should().Equal(new Created("ACME"), new QuotasSet(10, null, 1_000));

    [Fact]
    public void The_same_again_changes_nothing() =>
        RegisteredTenant.Decide(Made(new("ACME", new(10))), new("ACME", new(10))).Should().BeEmpty();

    [Fact]
    public void What_is_put_replaces_what_was_there_quotas_included() =>
        RegisteredTenant.Decide(Made(new("ACME", new(10))), new("ACME Ltd"))
            .Should().Equal(new Renamed("ACME Ltd"), new QuotasSet(null, null, null));

    [Fact]
    public void It_says_when_it_was_made_and_how_much_it_may_use()
    {
        var tenant = Made(new("ACME", new(10)));

        tenant.Details("acme").Should().Be(new TenantDetails("acme", "ACME", new(10), Now, 2));
        RegisteredTenant.Initial.Details("acme").Should().BeNull("it was not made");
    }

    [Theory]
    [InlineData("acme", "", null, "/name")]
    [InlineData("acme", "ACME", -1L, "/quotas/ordersPerDay")]
    [InlineData("acme", "ACME", 1_000_000_000_000_001L, "/quotas/ordersPerDay")]
    [InlineData("ACME", "ACME", null, "")]
    [InlineData("-acme", "ACME", null, "")]
    [InlineData("ac.me", "ACME", null, "")]
    [InlineData("ac/me", "ACME", null, "")]
    [InlineData("~nodes", "ACME", null, "")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ACME", null, "")]
    public void What_makes_no_sense_is_refused_by_its_field(string id, string name, long? orders, string pointer) =>
        new PutTenant(name, new(orders)).Validate(id).Select(fault => fault.Pointer).Should().Equal(pointer);

    [Theory]
    [InlineData("demo")]
    [InlineData("0-north")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_id_is_lower_case_letters_digits_and_hyphens(string id) =>
        new PutTenant("ACME").Validate(id).Should().BeEmpty();

    private static RegisteredTenant Made(PutTenant command) =>
        RegisteredTenant.Decide(RegisteredTenant.Initial, command).Aggregate(
            RegisteredTenant.Initial, (tenant, @event) => RegisteredTenant.Evolve(tenant, @event, Now));
}
