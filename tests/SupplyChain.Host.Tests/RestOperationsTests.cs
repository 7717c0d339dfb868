using System.Text.Json;
using FluentAssertions;
using SupplyChain.Operations;
using Xunit;

namespace SupplyChain;

public sealed class RestOperationsTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task A_node_says_how_it_is()
    {
        foreach (var check in (string[])["/health/startup", "/health/live", "/health/ready"])
            (await node.SendAsync("GET", check)).Should(200);
        var status = (await node.SendAsync("GET", "status")).Should(200);
        status["lagMs"].GetInt64().Should().BeGreaterThanOrEqualTo(0);
        status["silos"].GetArrayLength().Should().Be(1);
        foreach (var page in (string[])["/", "/about"])
            (await node.SendAsync("GET", page)).Should(200).MediaType.Should().Be("text/html");
        (await node.SendAsync("GET", "/openapi/v1.json")).Should(200)["paths"].EnumerateObject().Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_status_counts_actors_by_kind_and_shows_what_is_written()
    {
        var warehouse = await _world.WarehouseAsync();
        await _world.StockedAsync(warehouse, 10);

        var status = await _world.EventuallyAsync(
            "status", answer => answer["eventsPerSecond"].GetDouble() > 0);

        var silo = status["silos"].EnumerateArray().Single();
        silo.GetProperty("status").GetString().Should().Be("Active");
        var kinds = silo.GetProperty("kinds").EnumerateArray().ToDictionary(
            kind => kind.GetProperty("kind").GetString()!, kind => kind.GetProperty("actors").GetInt32());
        kinds["warehouse"].Should().BePositive();
        kinds.Values.Sum().Should().Be(silo.GetProperty("actors").GetInt32());
        status["commitsPerSecond"].GetDouble().Should().BePositive();
        status["oldest"].GetArrayLength().Should().BeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task Nobody_drains_a_silo_that_is_not_there()
    {
        var answer = await node.SendAsync("POST", "silos/nobody-1/drain");

        answer.ShouldBeProblem(404, "not-found")["detail"].GetString().Should().Contain("nobody-1");
    }

    [Fact]
    public async Task An_embedded_node_has_the_newest_feature_level_and_raising_it_again_changes_nothing()
    {
        var status = (await node.SendAsync("GET", "status")).Should(200);
        var raised = (await node.SendAsync("POST", "upgrade")).Should(200);

        raised["level"].GetInt32().Should().Be(FeatureLevel.Newest);
        raised["behind"].GetArrayLength().Should().Be(0);
        status["featureLevel"].GetInt32().Should().Be(FeatureLevel.Newest);
        status["newestFeatureLevel"].GetInt32().Should().Be(FeatureLevel.Newest);
        status["readModelsStopped"].ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Metrics_tell_what_the_journal_did()
    {
        await _world.StockedAsync(await _world.WarehouseAsync(), 10);

        (await node.Http.GetStringAsync("/metrics")).Should()
            .MatchRegex(@"supplychain_journal_commits_total\{[^}]*\} [1-9]")
            .And.MatchRegex(@"supplychain_journal_append_duration_seconds_count\{[^}]*\} [1-9]")
            .And.MatchRegex("supplychain_actors\\{[^}]*kind=\"warehouse\"[^}]*\\} [1-9]");
    }

    [Fact]
    public async Task Figures_count_the_lines_delivered()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var (number, shipment, mode) = (_world.Id("O"), _world.Id("S"), _world.Id("Mode"));
        await node.SendAsync("PUT", $"orders/{number}", $$"""
            {"customer":"A","shipTo":{"country":"FR"},"requestedBy":"2026-01-10","occurredAt":"2026-01-01T00:00:00Z",
             "lines":[{"line":1,"sku":"{{sku}}","quantity":2,"value":{"amount":10.5,"currency":"EUR"} }]}
            """);
        await node.SendAsync("POST", $"orders/{number}/release",
            $$"""{"shipments":[{"id":"{{shipment}}","lines":[1],"mode":"{{mode}}"}]}""");
        await node.SendAsync("PUT", $"shipments/{shipment}/milestones/M",
            """{"kind":"delivered","occurredAt":"2026-01-10T23:30:00-05:00"}""");
        var kpis = await _world.EventuallyAsync("kpis?groupBy=mode&from=2026-01-10&to=2026-01-11", answer =>
            answer["groups"].EnumerateArray().Any(group =>
                group.GetProperty("key").GetString() == mode && group.GetProperty("linesDelivered").GetInt64() > 0));
        var figures = kpis["groups"].EnumerateArray().Single(group => group.GetProperty("key").GetString() == mode);
        figures.GetProperty("linesDelivered").GetInt64().Should().Be(1);
        figures.GetProperty("onTimePercent").GetDecimal().Should().Be(100);
        figures.GetProperty("unitsShipped").GetInt64().Should().Be(2);
        figures.GetProperty("value").GetDecimal().Should().Be(10.5m);
        figures.GetProperty("currency").GetString().Should().Be("EUR");
        var none = await node.SendAsync("GET", "kpis?from=1950-01-01&to=1950-01-02");
        none["onTimePercent"].ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Everything_adds_up()
    {
        await _world.StockedAsync(await _world.WarehouseAsync(), 10);
        var report = (await node.SendAsync("POST", "verify")).Should(200);
        report["violations"].EnumerateArray().Should().BeEmpty(report.Body.ToString());
        report["ok"].GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task What_the_last_verification_found_can_be_looked_at()
    {
        await _world.WarehouseAsync();
        var asked = await Task.WhenAll(node.SendAsync("POST", "verify"), node.SendAsync("POST", "verify"));

        var seen = await _world.EventuallyAsync("verify", answer => !answer["running"].GetBoolean());

        asked.Select(report => report.Should(200)["ok"].GetBoolean()).Should().OnlyContain(ok => ok);
        var last = seen["last"];
        last.GetProperty("ok").GetBoolean().Should().BeTrue();
        last.GetProperty("events").GetInt64().Should().Be(seen["eventsRead"].GetInt64())
            .And.BeGreaterThanOrEqualTo(asked.Max(report => report["events"].GetInt64()));
        last.GetProperty("at").GetDateTimeOffset().Should().BeOnOrAfter(seen["startedAt"].GetDateTimeOffset());
        last.GetProperty("checked").GetArrayLength().Should().Be(asked[0]["checked"].GetArrayLength());
    }

    [Fact]
    public async Task A_file_that_is_no_import_is_refused()
    {
        using var unknown = await node.Http.PostAsync("imports?profile=nobody", new StringContent("a,b\n1,2\n"));
        (await RestAnswer.ReadAsync(unknown)).ShouldBeProblem(422, "invalid")
            .Errors.Single().Where.Should().Be("parameter profile");
        using var empty = await node.Http.PostAsync("imports?profile=scms", null);
        (await RestAnswer.ReadAsync(empty)).ShouldBeProblem(400, "bad-request");
    }
}
