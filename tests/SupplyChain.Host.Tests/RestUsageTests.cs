using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestUsageTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task A_tenant_sees_what_it_used_day_by_day()
    {
        await _world.ProductAsync();

        var usage = await _world.EventuallyAsync("usage", answer => answer.Items.Count > 0
            && answer.Items[0].GetProperty("events").GetInt64() > 0
            && answer.Items[0].GetProperty("calls").GetInt64() > 0);

        var today = usage.Items[0];
        today.GetProperty("day").GetString().Should().MatchRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        today.GetProperty("bytes").GetInt64().Should().BeGreaterThan(today.GetProperty("events").GetInt64());
        usage["bytes"].GetInt64().Should().BeGreaterThanOrEqualTo(today.GetProperty("bytes").GetInt64());
        usage["quotas"].GetProperty("ordersPerDay").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await node.SendAsync("GET", "tenants/demo/usage")).Should(200).Items.Should().NotBeEmpty();
        (await node.SendAsync("GET", "usage?from=2020-01-01&to=2020-02-01")).Should(200).Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData("usage?from=yesterday", "from")]
    [InlineData("usage?from=2026-01-02&to=2026-01-02", "to")]
    [InlineData("usage?from=2020-01-01&to=2026-01-01", "to")]
    [InlineData("tenants/demo/usage?to=1", "to")]
    public async Task What_makes_no_sense_is_refused_by_its_parameter(string path, string parameter) =>
        (await node.SendAsync("GET", path)).Should(400).Errors
            .Should().ContainSingle().Which.Where.Should().Be($"parameter {parameter}");

    [Fact]
    public async Task The_usage_of_a_tenant_that_is_not_there_is_not_found() =>
        (await node.SendAsync("GET", "tenants/nowhere/usage")).Should(404);

    [Fact]
    public async Task A_quota_says_which_one_it_is_and_when_it_ends()
    {
        await using var own = new RestNode();
        await own.InitializeAsync();
        var world = new RestWorld(own);
        var order = RestWorld.Order(await world.StockedAsync(await world.WarehouseAsync(), 10), 1);
        (await own.SendAsync("PUT", "orders/O-1", order)).Should(201);
        await QuotasAsync(own, """{"ordersPerDay":1}""");

        var refused = await RefusedAsync(own, "(ordersPerDay)", "PUT", number => $"orders/X-{number}", order);
        refused["detail"].GetString().Should().Contain("1 new orders a day");
        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(
            TimeSpan.FromDays(1), "it ends at midnight");
        (await own.SendAsync("PUT", "orders/O-1", order)).Should(200)["replayed"].GetBoolean().Should().BeTrue();

        await QuotasAsync(own, """{"callsPerDay":0}""");
        await RefusedAsync(own, "(callsPerDay)", "GET", _ => "orders/O-1");
        (await own.SendAsync("GET", "usage")).Should(200)["quotas"].GetProperty("callsPerDay").GetInt64()
            .Should().Be(0);
        foreach (var path in (string[])["keys", "status", "tenants", "../../health/ready"])
            (await own.SendAsync("GET", path)).Should(200);

        await QuotasAsync(own, """{"bytes":1}""");
        refused = await RefusedAsync(
            own, "(bytes)", "PUT", number => $"products/X-{number}", """{"description":"Pump"}""");
        refused.Headers.RetryAfter.Should().BeNull("it does not end by itself");
        (await own.SendAsync("POST", "orders/O-1/cancel", """{"reason":"changed"}""")).Should(200);
    }

    private static async Task QuotasAsync(RestNode node, string quotas) =>
        (await node.SendAsync("PUT", "tenants/demo", $$"""{"name":"Home","quotas":{{quotas}}}""")).Status
            .Should().BeOneOf(200, 201);

    /// <summary>
    /// Sends something else each time, until that quota refuses it: a node looks at quotas every second.
    /// </summary>
    private static async Task<RestAnswer> RefusedAsync(
        RestNode node, string quota, string method, Func<int, string> path, string? body = null)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        for (var number = 1; ; number++)
        {
            var answer = await node.SendAsync(method, path(number), body);
            var isOfQuota = answer.Status == 429
                && answer["detail"].GetString()!.Contains(quota, StringComparison.Ordinal);
            if (isOfQuota || deadline.IsCancellationRequested)
            {
                isOfQuota.Should().BeTrue($"{quota} refuses it, but it is {answer.Body}");
                return answer.ShouldBeProblem(429, "quota-exceeded");
            }
            await Task.Delay(50);
        }
    }
}
