using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>What monitoring systems hear without asking.</summary>
public sealed class TelemetryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Metrics_and_the_trace_of_a_request_through_actors_to_the_database_are_sent_to_a_collector()
    {
        using var collector = new OtlpCollector();
        await using var nodes = await Nodes.NoneAsync();
        var node = await nodes.StartAsync(nodes.Start() with
        {
            Settings = new Dictionary<string, string>
            {
                ["SUPPLYCHAIN_Telemetry__Otlp"] = collector.Url,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            },
        });

        await nodes.Http(node).PutAsync("products/PUMP", new { description = "Pump" });

        var heard = await Deadline.WaitAsync(Patience, () => Task.FromResult(
            collector.Heard("/v1/metrics", "supplychain.journal.commits", "supplychain.actors")
            && collector.Heard("/v1/traces", "PUT /api/v1/products/{sku}", "IProductGrain/Put", "postgresql")));
        heard.Should().NotBeNull("both should arrive soon");
    }
}
