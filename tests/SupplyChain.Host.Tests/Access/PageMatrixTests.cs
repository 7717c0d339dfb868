using System.Reflection;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;
using Xunit;

namespace SupplyChain.Access;

/// <summary>
/// Every page, opened by every kind of caller. What each takes stands here a second time: a page that is not in the
/// table is a mistake, and so is one that lets in somebody else.
/// </summary>
public sealed class PageMatrixTests(KeyedNode node)
{
    private static readonly string[] Callers = ["nobody", "revoked", .. Enum.GetNames<Role>()];

    private static readonly Dictionary<string, Permission> Needs = new()
    {
        ["/"] = Permission.Read,
        ["/about"] = Permission.Read,
        ["/closed"] = Permission.Read,
        ["/error"] = Permission.Read,
        ["/exceptions"] = Permission.Read,
        ["/import"] = Permission.Read,
        ["/integrations"] = Permission.Integrate,
        ["/integrations/webhooks/{Id}"] = Permission.Integrate,
        ["/inventory"] = Permission.Read,
        ["/inventory/{Sku}"] = Permission.Read,
        ["/inventory/{Sku}/holders"] = Permission.Read,
        ["/not-found"] = Permission.Read,
        ["/ops"] = Permission.Operate,
        ["/orders"] = Permission.Read,
        ["/orders/{Number}"] = Permission.Read,
        ["/orders/{Number}/story"] = Permission.Read,
        ["/orders/new"] = Permission.Read,
        ["/shipments"] = Permission.Read,
        ["/shipments/{Id}"] = Permission.Read,
        ["/shipments/{Id}/papers"] = Permission.Read,
        ["/sign-in"] = Permission.None,
        ["/transfers"] = Permission.Read,
        ["/transfers/{Id}"] = Permission.Read,
        ["/warehouses"] = Permission.Read,
        ["/warehouses/{Id}"] = Permission.Read,
    };

    [Fact]
    public void Every_page_says_in_the_table_what_it_takes() => typeof(Routes).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)
        .Should().BeEquivalentTo(Needs.Keys);

    [Fact]
    public async Task Every_page_lets_in_whom_it_should_and_nobody_else()
    {
        var wrong = new List<string>();
        foreach (var (route, needs) in Needs)
        {
            foreach (var caller in Callers)
            {
                using var answer = await OpenAsync(route, caller);
                if (Kind(answer) != Expected(needs, caller))
                    wrong.Add($"{route} by {caller}: {answer.StatusCode} {answer.Headers.Location}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_may_not_open_a_page_reads_why_and_nothing_of_the_page()
    {
        using var closed = await OpenAsync("/ops", "Planner");
        var said = await closed.Content.ReadAsStringAsync();
        said.Should().Contain("Your role (planner) may not open Operations")
            .And.Contain("operator and admin").And.NotContain("Actors per silo").And.NotContain("href=\"/ops\"");

        using var open = await OpenAsync("/ops", "Operator");
        (await open.Content.ReadAsStringAsync()).Should().Contain("Actors per silo").And.Contain("href=\"/ops\"");
    }

    private Task<HttpResponseMessage> OpenAsync(string route, string caller) => node.SendAsync(
        "GET", string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? "X-1" : part)),
        caller == "nobody" ? null : node.KeyOf(caller), accept: "text/html");

    private static string Kind(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        302 when answer.Headers.Location!.ToString().StartsWith("/sign-in?", StringComparison.Ordinal) => "unknown",
        403 => "forbidden",
        200 or 302 or 404 => "let in", // A list without an address of its own leads to one that has.
        var other => $"{other}",
    };

    private static string Expected(Permission needs, string caller) =>
        needs == Permission.None ? "let in"
        : !Enum.TryParse<Role>(caller, out var role) ? "unknown"
        : (role, needs) switch
        {
            (_, Permission.Read) or (Role.Admin, _) or (Role.Operator, Permission.Operate)
                or (Role.Integrator, Permission.Integrate) => "let in",
            _ => "forbidden",
        };
}
