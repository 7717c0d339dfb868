using FluentAssertions;
using SupplyChain.Access;
using Xunit;

namespace SupplyChain.Tenants;

/// <summary>A person who signs in with a provider works on the data of the tenant that a claim names.</summary>
[Collection(nameof(TwoTenants))]
public sealed class OpenIdTenantTests(TwoTenants node)
{
    [Theory]
    [InlineData(TwoTenants.Home, "plain Hamburg", TwoTenants.Canary, 200)]
    [InlineData(TwoTenants.Other, TwoTenants.Canary, "plain Hamburg", 403)]
    public async Task The_claim_decides_whose_data_is_shown(
        string organization, string own, string anothers, int operations)
    {
        using var browser = new Browser(node.Url);
        (node.Provider.Visitor, node.Provider.Organization) = (("subject-1", "Chief", ["chiefs"]), organization);

        (await browser.SignInAsync("/warehouses")).Should().Be("/warehouses");

        (await browser.TextAsync("/warehouses/HAM")).Should().Contain(own).And.NotContain(anothers);
        (await browser.TextAsync("/api/v1/warehouses")).Should().Contain(own).And.NotContain(anothers);
        (await browser.GetAsync("/ops")).Status.Should().Be(operations);
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("no/tenant")]
    [InlineData(null)]
    public async Task A_person_of_no_tenant_reads_why_and_gets_no_session(string? organization)
    {
        using var browser = new Browser(node.Url);
        (node.Provider.Visitor, node.Provider.Organization) = (("subject-2", "Chief", ["chiefs"]), organization);

        (await browser.SignInAsync("/orders")).Should().Be("/sign-in?from=%2Forders&said=no-tenant");

        browser.HasSession.Should().BeFalse();
        (await browser.TextAsync("/sign-in?said=no-tenant")).Should().Contain("of no tenant here");
    }
}
