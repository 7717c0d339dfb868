using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Access;

/// <summary>
/// Every path of REST, asked by every kind of caller. What each may do stands here a second time, as a rule and its
/// exceptions, so that an endpoint that is open by mistake differs from it.
/// </summary>
public sealed partial class KeyMatrixTests(KeyedNode node)
{
    private static readonly string[] Callers =
        ["nobody", "forged", "expired", "revoked", .. Enum.GetNames<Role>()];

    private static readonly Dictionary<string, Permission> Exceptions = new()
    {
        ["POST /api/v1/quotes"] = Permission.Read,
        ["POST /api/v1/verify"] = Permission.Operate,
        ["GET /api/v1/verify"] = Permission.Operate,
        ["POST /api/v1/rebuild"] = Permission.Operate,
        ["POST /api/v1/upgrade"] = Permission.Operate,
        ["POST /api/v1/silos/{name}/drain"] = Permission.Operate,
        ["POST /api/v1/warehouses/{id}/close"] = Permission.Plan,
        ["POST /api/v1/warehouses/{id}/open"] = Permission.Plan,
        ["PUT /api/v1/views/{list}/{name}"] = Permission.Plan,
        ["DELETE /api/v1/views/{list}/{name}"] = Permission.Plan,
        ["PATCH /api/v1/exceptions/{id}"] = Permission.Plan,
        ["GET /api/v1/webhooks"] = Permission.Integrate,
        ["GET /api/v1/webhooks/{id}"] = Permission.Integrate,
        ["PUT /api/v1/webhooks/{id}"] = Permission.Integrate,
        ["DELETE /api/v1/webhooks/{id}"] = Permission.Integrate,
        ["POST /api/v1/webhooks/{id}/pause"] = Permission.Integrate,
        ["POST /api/v1/webhooks/{id}/resume"] = Permission.Integrate,
        ["POST /api/v1/webhooks/{id}/rotate"] = Permission.Integrate,
        ["POST /api/v1/webhooks/{id}/test"] = Permission.Integrate,
        ["POST /api/v1/webhooks/{id}/replay"] = Permission.Integrate,
        ["GET /api/v1/webhooks/{id}/deliveries"] = Permission.Integrate,
        ["POST /api/v1/customers/{id}/erase"] = Permission.Govern,
        ["GET /api/v1/arrivals/{id}"] = Permission.Integrate,
        ["GET /api/v1/audit"] = Permission.Govern,
        ["GET /api/v1/tenants"] = Permission.Operate,
        ["GET /api/v1/tenants/{id}"] = Permission.Operate,
        ["PUT /api/v1/tenants/{id}"] = Permission.Operate,
        ["GET /api/v1/tenants/{id}/usage"] = Permission.Operate,
        ["GET /api/v1/usage"] = Permission.Govern,
        ["GET /api/v1/keys"] = Permission.Administer,
        ["POST /api/v1/keys"] = Permission.Administer,
        ["DELETE /api/v1/keys/{id}"] = Permission.Administer,
    };

    [Fact]
    public async Task Every_path_lets_in_whom_it_should_and_nobody_else()
    {
        var wrong = new List<string>();
        var operations = await OperationsAsync();
        operations.Should().HaveCountGreaterThan(60).And.Contain(Exceptions.Keys);
        // A caller after the other: failures of one are remembered, and answered later when there are many.
        foreach (var caller in Callers)
        {
            foreach (var operation in operations)
            {
                var status = await StatusAsync(operation, caller);
                if (Kind(status) != Expected(operation, caller))
                    wrong.Add($"{operation} by {caller}: {status}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/metrics", Permission.Operate)]
    [InlineData("/ops/orleans", Permission.Operate)]
    [InlineData("/openapi/v1.json", Permission.Read)]
    [InlineData("/orders", Permission.Read)]
    [InlineData("/ops", Permission.Operate)]
    public async Task Beside_REST_too(string path, Permission needs)
    {
        foreach (var caller in Callers)
        {
            using var answer = await node.SendAsync("GET", path, KeyOf(caller));
            Kind((int)answer.StatusCode).Should().Be(Expected(needs, caller), $"{path} by {caller}");
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/sign-in")]
    public async Task What_has_to_be_open_is(string path)
    {
        using var answer = await node.SendAsync("GET", path, key: null, accept: "text/html");
        ((int)answer.StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task No_key_is_in_the_log()
    {
        foreach (var caller in Callers)
            using (await node.SendAsync("GET", "/api/v1/orders", KeyOf(caller))) { }

        var logged = node.Logged();
        foreach (var caller in Callers.Where(caller => KeyOf(caller) is not null))
            logged.Should().NotContain(KeyOf(caller)![15..], "a secret is nobody's to read");
    }

    private async Task<int> StatusAsync(string operation, string caller)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        // What an upload would do with an empty one is not asked here.
        using var answer = await node.SendAsync(
            method, Parameter().Replace(path, "X-1"), KeyOf(caller), method is "GET" or "DELETE" ? null : "{}");
        return (int)answer.StatusCode;
    }

    /// <summary>What a path takes.</summary>
    internal static Permission NeedsOf(string operation) => Exceptions.TryGetValue(operation, out var needs) ? needs
        : operation.StartsWith("GET ", StringComparison.Ordinal) ? Permission.Read : Permission.Write;

    /// <summary>What becomes of a caller, in words.</summary>
    internal static string Kind(int status) => status switch
    {
        401 => "unknown",
        403 => "forbidden",
        _ => "let in",
    };

    private static string Expected(string operation, string caller) => Expected(NeedsOf(operation), caller);

    internal static string Expected(Permission needs, string caller) =>
        !Enum.TryParse<Role>(caller, out var role) ? "unknown"
        : (role, needs) switch
        {
            (Role.Admin, _) or (_, Permission.Read) => "let in",
            (Role.Planner or Role.Integrator, Permission.Write) => "let in",
            (Role.Planner, Permission.Plan) => "let in",
            (Role.Operator, Permission.Operate or Permission.Govern) => "let in",
            (Role.Integrator, Permission.Integrate) => "let in",
            _ => "forbidden",
        };

    private string? KeyOf(string caller) => caller switch
    {
        "nobody" => null,
        "forged" => "sc_000000000000" + new string('A', 43),
        _ => node.KeyOf(caller),
    };

    private async Task<string[]> OperationsAsync()
    {
        using var answer = await node.SendAsync("GET", "/openapi/v1.json", node.KeyOf("Viewer"));
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return
        [
            .. document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value
                .EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")),
        ];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
