using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Tenants of a cluster: made by a verb, known to every node, counted by all of them together.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class TenantTests
{
    private const int CallsEach = 20;
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task The_calls_of_two_nodes_add_up_and_a_quota_holds_for_both()
    {
        await using var nodes = await Nodes.NoneAsync();
        var two = await Task.WhenAll(nodes.StartAsync(), nodes.StartAsync());
        var https = two.Select(nodes.Http).ToArray();
        await https[0].PutAsync("products/LAMP", new { description = "Lamp" });
        for (var call = 0; call < CallsEach; call++)
        {
            foreach (var http in https)
                await http.GetAsync<JsonElement>("products/LAMP");
        }

        await EventuallyAsync(async () => await CallsAsync(https[1]) >= 2 * CallsEach + 1);
        await https[1].PutAsync("tenants/demo", new { name = "Home", quotas = new { callsPerDay = 2 * CallsEach } });

        foreach (var http in https)
        {
            await EventuallyAsync(async () =>
                (await http.SendAsync(HttpMethod.Get, "products/LAMP")).Status == 429);
        }
        (await CallsAsync(https[0])).Should().BeLessThan(20 * CallsEach, "what is refused is not counted");
    }

    [Fact]
    public async Task A_verb_makes_tenants_while_no_node_runs_and_beside_nodes()
    {
        await using var nodes = await Nodes.NoneAsync();
        string[] database = ["--postgres", nodes.Postgres];
        (await TenantsAsync(["create", "acme", "--name", "ACME", "--orders-per-day", "5", .. database]))
            .Should().Be((0, "acme  ACME  5 orders a day"));
        var node = await nodes.StartAsync();
        (await TenantsAsync(["create", "acme", "--name", "ACME", "--orders-per-day", "5", .. database])).Code
            .Should().Be(0, "it is there as it is described");
        (await TenantsAsync(["create", "acme", "--name", "Other", .. database])).Code.Should().Be(1);
        (await TenantsAsync(["create", "ACME", "--name", "Other", .. database])).Said.Should().Contain("a-z 0-9 -");
        (await TenantsAsync(["quotas", "beta", .. database])).Said.Should().Contain("no tenant 'beta'");

        var seen = await nodes.Http(node).GetAsync<JsonElement>("tenants/acme");
        seen.GetProperty("quotas").GetProperty("ordersPerDay").GetInt64().Should().Be(5);
        string[] there = ["--url", node.Url.ToString()];
        (await TenantsAsync(["quotas", "acme", "--bytes", "1000", .. there]))
            .Should().Be((0, "acme  ACME  1,000 bytes"));
        (await TenantsAsync(["list", .. database])).Should().Be(
            (0, string.Join('\n', "acme  ACME  1,000 bytes", "demo  demo  no quotas")));
    }

    /// <summary>What a verb says, without what it logs: it may take the lists further when no node does.</summary>
    private static async Task<(int Code, string Said)> TenantsAsync(string[] arguments)
    {
        var (code, said) = await TestedProgram.RunAsync(Nothing, ["tenants", .. arguments]);
        return (code, string.Join('\n', said.Trim().Split('\n').Where(line => !line.Contains(" info: "))));
    }

    private static async Task<long> CallsAsync(NodeHttp http)
    {
        var usage = await http.GetAsync<JsonElement>("usage");
        return usage.GetProperty("items").EnumerateArray().Sum(day => day.GetProperty("calls").GetInt64());
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(45));
        while (!await holds())
        {
            deadline.IsCancellationRequested.Should().BeFalse("it takes 10 s until calls are reported");
            await Task.Delay(250, CancellationToken.None);
        }
    }
}
