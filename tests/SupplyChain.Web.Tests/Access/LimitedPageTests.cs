using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain.Access;

/// <summary>What pages say of keys that are limited to warehouses.</summary>
public sealed class LimitedPageTests
{
    [Fact]
    public void A_page_that_does_not_say_how_it_is_limited_is_closed_on_a_live_page_too()
    {
        var pages = typeof(Places).Assembly.GetTypes()
            .Where(type => type.GetCustomAttributes<RouteAttribute>().Any()
                && type.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .ToArray();

        var silent = pages.Where(page =>
            page.GetCustomAttribute<ScopedAttribute>() is not { Scope: not Scope.Closed }).ToArray();
        silent.Should().HaveCountGreaterThan(3);
        silent.Where(page => page.GetCustomAttribute<AuthorizeAttribute>() is null).Should().BeEmpty(
            "a live page is asked by its attributes alone");
    }
}
