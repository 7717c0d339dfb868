using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>How a counter is found in what a node tells monitoring systems.</summary>
public sealed class NodeMetricsTests
{
    private const string Page =
        """
        # TYPE dotnet_gc_collections_total counter
        dotnet_gc_collections_total{otel_scope_name="System.Runtime",gc_heap_generation="gen0"} 41 1790000000000
        dotnet_gc_collections_total{otel_scope_name="System.Runtime",gc_heap_generation="gen1"} 1 1790000000000
        dotnet_gc_pause_time_seconds_total{label="a b} c"} 0.25 1790000000000
        plain 17
        plain_too 18
        """;

    [Theory]
    [InlineData("dotnet_gc_collections_total", 42)]
    [InlineData("dotnet_gc_pause_time_seconds_total", 0.25)]
    [InlineData("plain", 17)]
    public void A_counter_is_the_sum_over_its_labels(string counter, double value) =>
        NodeMetrics.Find(Page, counter).Should().Be(value);

    [Theory]
    [InlineData("plai")]
    [InlineData("unheard_of")]
    public void What_is_not_told_is_unknown(string counter) => NodeMetrics.Find(Page, counter).Should().BeNull();
}
