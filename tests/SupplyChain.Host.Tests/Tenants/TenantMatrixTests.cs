using System.Text.RegularExpressions;
using FluentAssertions;
using SupplyChain.Access;
using SupplyChain.Operations;
using Xunit;

namespace SupplyChain.Tenants;

/// <summary>What callers of another than the home tenant may do: at the paths of REST, and to actors.</summary>
[Collection(nameof(TwoTenants))]
public sealed partial class TenantMatrixTests(TwoTenants node)
{
    private static readonly string[] Roles = Enum.GetNames<Role>();

    [Fact]
    public async Task What_concerns_the_whole_cluster_is_refused_and_all_else_is_as_for_the_home_tenant()
    {
        var wrong = new List<string>();
        foreach (var operation in await OperationsAsync())
        {
            foreach (var role in Roles)
            {
                var (method, path) = (operation.Split(' ')[0], Parameter().Replace(operation.Split(' ')[1], "X-1"));
                using var answer = await node.SendAsync(
                    method, path, node.KeyOf(TwoTenants.Other, role), method is "GET" or "DELETE" ? null : "{}");
                if (KeyMatrixTests.Kind((int)answer.StatusCode) is var was && was != Expected(operation, role))
                    wrong.Add($"{operation} by {role}: {was}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/ops")]
    [InlineData("/ops/orleans")]
    public async Task Nor_is_the_cluster_shown_beside_REST(string path)
    {
        foreach (var role in Roles)
            (await node.AskAsync("GET", path, node.KeyOf(TwoTenants.Other, role))).Status.Should().Be(403, role);
    }

    [Fact]
    public async Task The_status_has_no_facts_of_the_cluster()
    {
        var (_, own) = await node.AskAsync("GET", "/api/v1/status", node.KeyOf(TwoTenants.Other, "Operator"));
        var (_, home) = await node.AskAsync("GET", "/api/v1/status", node.KeyOf("Viewer"));

        own.Should().Contain("\"silos\":[]").And.Contain("\"eventsPerSecond\":0,");
        home.Should().Contain("\"silos\":[{");
    }

    [Theory]
    [InlineData("GET", "keys?tenant=demo", null)]
    [InlineData("GET", "keys?tenant=nope", null)]
    [InlineData("DELETE", "keys/0123456789ab?tenant=demo", null)]
    [InlineData("POST", "keys", """{"name":"spy","role":"Admin","tenant":"demo"}""")]
    [InlineData("POST", "keys", """{"name":"spy","role":"Admin","tenant":"nope"}""")]
    public async Task An_administrator_reaches_no_keys_of_another_tenant(string method, string path, string? body) =>
        (await node.AskAsync(method, $"/api/v1/{path}", node.KeyOf(TwoTenants.Other, "Admin"), body))
            .Status.Should().Be(403);

    [Fact]
    public async Task An_administrator_of_the_home_tenant_lists_makes_and_revokes_them()
    {
        var admin = node.KeyOf("Admin");
        var (made, key) = await node.AskAsync(
            "POST", "/api/v1/keys", admin,
            $$"""{"name":"soon gone","role":"Viewer","tenant":"{{TwoTenants.Other}}"}""");
        made.Should().Be(201);
        var text = Member(key, "key");
        (await node.AskAsync("GET", "/api/v1/orders", text)).Body.Should().Contain(TwoTenants.CanarySku);
        (await node.AskAsync("GET", $"/api/v1/keys?tenant={TwoTenants.Other}", admin)).Body
            .Should().Contain("soon gone").And.Contain($"{TwoTenants.Canary} Admin");
        (await node.AskAsync("GET", "/api/v1/keys", admin)).Body.Should().NotContain("soon gone");

        var address = $"/api/v1/keys/{Member(key, "id")}";
        (await node.AskAsync("DELETE", address, admin)).Status.Should().Be(404, "it is no key of the home tenant");
        (await node.AskAsync("DELETE", $"{address}?tenant={TwoTenants.Other}", admin)).Status.Should().Be(200);

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(8));
        while ((await node.AskAsync("GET", "/api/v1/orders", text)).Status != 401)
            await Task.Delay(100, deadline.Token);
    }

    [Theory]
    [InlineData("GET", "keys?tenant=nope", null, 422)]
    [InlineData("GET", "keys?tenant=%20", null, 400)]
    [InlineData("DELETE", "keys/0123456789ab?tenant=nope", null, 422)]
    [InlineData("POST", "keys", """{"name":"lost","role":"Admin","tenant":"nope"}""", 422)]
    public async Task A_tenant_that_there_is_not_is_named(string method, string path, string? body, int expected)
    {
        var (status, said) = await node.AskAsync(method, $"/api/v1/{path}", node.KeyOf("Admin"), body);

        status.Should().Be(expected);
        said.Should().Contain("tenant").And.Contain(expected == 422 ? "unknown-tenant" : "malformed-id");
    }

    [Fact]
    public async Task No_role_calls_an_actor_of_another_tenant()
    {
        await using var client = await PlainClient.ConnectAsync(node);
        var wrong = new List<string>();
        foreach (var role in Roles)
        {
            var token = (await client.SignInAsync(node.KeyOf(TwoTenants.Other, role))).Token;
            foreach (var method in PlainClient.Methods.Where(method => method.DeclaringType != typeof(IAccessGrain)))
            {
                if (await client.CallAsync(method, TwoTenants.Home, token) is var was && was != "forbidden")
                    wrong.Add($"{method.DeclaringType!.Name}.{method.Name} by {role}: {was}");
            }
            var own = await client.CallAsync(
                typeof(IOperationsGrain).GetMethod("Status")!, TwoTenants.Other, token);
            own.Should().Be("let in");
        }
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task A_made_up_tenant_of_a_token_is_refused()
    {
        await using var client = await PlainClient.ConnectAsync(node);
        var token = (await client.SignInAsync(node.KeyOf(TwoTenants.Other, "Admin"))).Token;
        var forged = token.Replace($"/{TwoTenants.Other}/", "/nope/");

        (await client.CallAsync(typeof(IOperationsGrain).GetMethod("Status")!, "nope", forged)).Should().Be("unknown");
        (await client.CallAsync(
            typeof(IOperationsGrain).GetMethod("Status")!, TwoTenants.Home,
            token.Replace($"/{TwoTenants.Other}/", $"/{TwoTenants.Home}/"))).Should().Be("unknown");
    }

    private static string Expected(string operation, string role) => KeyMatrixTests.NeedsOf(operation) switch
    {
        Permission.Operate => "forbidden",
        var needs => KeyMatrixTests.Expected(needs, role),
    };

    private static string Member(string json, string name) =>
        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty(name).GetString()!;

    private async Task<string[]> OperationsAsync()
    {
        var (_, document) = await node.AskAsync("GET", "/openapi/v1.json", node.KeyOf("Viewer"));
        return
        [
            .. System.Text.Json.JsonDocument.Parse(document).RootElement.GetProperty("paths").EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject()
                    .Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")),
        ];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
