using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>What operators see and do, and nobody else.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class OperatorsTests
{
    private const string Key = "open-sesame-open-sesame";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly string[] Theirs = ["ops/orleans/", "metrics"];

    [Fact]
    public async Task Only_who_has_the_key_sees_the_dashboard_and_the_metrics_and_drains()
    {
        await using var nodes = await Nodes.NoneAsync();
        var node = await nodes.StartAsync(With(nodes.Start(), "SUPPLYCHAIN_Operators__Key", Key));
        using var http = new HttpClient { BaseAddress = node.Url };

        foreach (var path in Theirs)
        {
            (await StatusAsync(http, HttpMethod.Get, path, null)).Should().Be(401);
            (await StatusAsync(http, HttpMethod.Get, path, new("Bearer", Key + "x"))).Should().Be(401);
            (await StatusAsync(http, HttpMethod.Get, path, new("Basic", "not base64"))).Should().Be(401);
            (await StatusAsync(http, HttpMethod.Get, path, new("Bearer", Key))).Should().Be(200);
            (await StatusAsync(http, HttpMethod.Get, path, Password(Key))).Should().Be(200);
        }

        (await StatusAsync(http, HttpMethod.Post, "api/v1/silos/nobody/drain", null)).Should().Be(401);
        (await StatusAsync(http, HttpMethod.Post, "api/v1/silos/nobody/drain", new("Bearer", Key))).Should().Be(404);
        (await StatusAsync(http, HttpMethod.Get, "health/ready", null)).Should().Be(200);
        node.Log.Should().NotContain(Key);
    }

    [Theory]
    [InlineData("cross-site", 403)]
    [InlineData("same-site", 403)]
    [InlineData("same-origin", 404)]
    [InlineData("none", 404)]
    public async Task What_a_page_of_another_site_makes_a_browser_send_changes_nothing(string site, int status)
    {
        await using var nodes = await Nodes.NoneAsync();
        var node = await nodes.StartAsync();
        using var http = new HttpClient { BaseAddress = node.Url };
        using var sent = new HttpRequestMessage(HttpMethod.Post, "api/v1/orders/nobody/cancel");
        sent.Headers.Add("Sec-Fetch-Site", site);
        sent.Content = new StringContent("""{"reason":"because"}""", Encoding.UTF8, "application/json");

        using var answer = await http.SendAsync(sent);

        ((int)answer.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task Metrics_may_be_switched_off_while_traces_are_sent()
    {
        await using var nodes = await Nodes.NoneAsync();
        var node = await nodes.StartAsync(nodes.Start() with
        {
            Settings = new Dictionary<string, string>
            {
                ["SUPPLYCHAIN_Telemetry__Metrics"] = "false",
                ["SUPPLYCHAIN_Telemetry__Otlp"] = "http://127.0.0.1:1",
            },
        });
        using var http = new HttpClient { BaseAddress = node.Url };

        (await StatusAsync(http, HttpMethod.Get, "metrics", null)).Should().Be(404);
    }

    [Fact]
    public async Task A_key_that_is_easily_guessed_is_refused()
    {
        await using var nodes = await Nodes.NoneAsync();

        var (code, said) = await With(nodes.Start(), "SUPPLYCHAIN_Operators__Key", "short").RefusedAsync();

        code.Should().Be(2);
        said.Should().Contain("Operators:Key").And.NotContain("short");
    }

    [Fact]
    public async Task A_node_without_actors_has_the_dashboard_too()
    {
        await using var nodes = await Nodes.NoneAsync();
        await nodes.StartAsync("--role", "silo");
        var web = await nodes.StartAsync("--role", "web");
        using var http = new HttpClient { BaseAddress = web.Url };

        var counters = JsonNode.Parse(await http.GetStringAsync("ops/orleans/DashboardCounters"))!;

        counters["hosts"]!.AsArray().Should().ContainSingle(host => (string?)host!["status"] == "Active");
        (await StatusAsync(http, HttpMethod.Get, "metrics", null)).Should().Be(200);
    }

    [Fact]
    public async Task A_silo_that_is_drained_from_elsewhere_hands_over_and_leaves()
    {
        await using var nodes = await Nodes.NoneAsync();
        var staying = await nodes.StartAsync();
        var leaving = await nodes.StartAsync();
        var http = nodes.Http(staying);
        await EventuallyAsync(async () => (await SilosAsync(http)).Count == 2);
        var names = await SilosAsync(http);
        using var metrics = new HttpClient { BaseAddress = leaving.Url };
        var own = await metrics.GetStringAsync("metrics");
        var name = names.Single(silo => own.Contains($"service_instance_id=\"{silo}\"", StringComparison.Ordinal));

        var answer = await http.SendAsync(HttpMethod.Post, $"silos/{name}/drain");

        answer.Status.Should().Be(202, answer.Text);
        (await leaving.GoneAsync()).Should().Be(0);
        await EventuallyAsync(async () => !(await SilosAsync(http)).Contains(name));
        (await nodes.IsReadyAsync(staying)).Should().BeTrue();
    }

    [Fact]
    public async Task Each_line_of_the_log_is_an_object_and_none_has_the_password()
    {
        await using var nodes = await Nodes.NoneAsync();
        var start = nodes.Start("--json-logs") with { Postgres = $"{nodes.Postgres};Password=not-for-the-log" };
        var node = await nodes.StartAsync(start);

        await node.SignalAsync("TERM");
        (await node.GoneAsync()).Should().Be(0);

        var lines = node.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().NotBeEmpty();
        foreach (var line in lines)
            JsonNode.Parse(line)!["Message"].Should().NotBeNull();
        node.Log.Should().Contain("Stopping").And.NotContain("not-for-the-log");
    }

    [Fact]
    public async Task A_silo_without_its_database_is_not_ready_and_refuses_at_once_until_the_database_is_back()
    {
        await using var server = await RunningPostgres.StartAsync();
        await using var nodes = await Nodes.NoneAsync();
        var node = await nodes.StartAsync(nodes.Start() with { Postgres = await server.CreateDatabaseAsync() });
        using var http = new HttpClient { BaseAddress = node.Url };

        await server.KillAsync();
        await EventuallyAsync(async () => !await nodes.IsReadyAsync(node));
        var watch = Stopwatch.StartNew();
        using var refused = await http.GetAsync("api/v1/orders/O-1");
        watch.Stop();

        ((int)refused.StatusCode).Should().Be(503);
        refused.Headers.RetryAfter.Should().NotBeNull();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
        (await StatusAsync(http, HttpMethod.Get, "health/live", null)).Should().Be(200);
        var why = await (await http.GetAsync("health/ready")).Content.ReadAsStringAsync();
        JsonDocument.Parse(why).RootElement.GetProperty("detail").GetString().Should().Contain("journal");

        await server.StartAgainAsync();
        await EventuallyAsync(() => nodes.IsReadyAsync(node));
        (await StatusAsync(http, HttpMethod.Get, "api/v1/status", null)).Should().Be(200);
    }

    private static NodeStart With(NodeStart start, string setting, string value) =>
        start with { Settings = new Dictionary<string, string> { [setting] = value } };

    private static AuthenticationHeaderValue Password(string key) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{key}")));

    private static async Task<int> StatusAsync(
        HttpClient http, HttpMethod method, string path, AuthenticationHeaderValue? credentials)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = credentials;
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<List<string>> SilosAsync(NodeHttp http) =>
        [.. (await http.GetAsync<JsonObject>("status"))["silos"]!.AsArray().Select(silo => (string)silo!["name"]!)];

    private static async Task EventuallyAsync(Func<Task<bool>> condition) =>
        (await Deadline.WaitAsync(Patience, condition)).Should().NotBeNull("it has to happen some time");
}
