using System.Diagnostics;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Orleans' dashboard costs what it costs while it is looked at.</summary>
public sealed class RestDashboardTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_dashboard_reads_its_metrics_once_somebody_looks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The node's threads are read from /proc.");
        await using var node = new RestNode();
        await node.InitializeAsync();
        IsReading(node).Should().BeFalse("the node was started and no page was opened");

        var hosts = await ShownAsync(node, "DashboardCounters", counters => counters.GetProperty("hosts"));
        var silo = Uri.EscapeDataString(hosts[0].GetProperty("siloAddress").GetString()!);
        var read = await ShownAsync(node, $"SiloCounters/{silo}", counters => counters);

        IsReading(node).Should().BeTrue();
        read[0].GetProperty("name").GetString().Should().StartWith("orleans-");
    }

    /// <summary>A list that the dashboard shows, once there is something in it.</summary>
    private static async Task<JsonElement> ShownAsync(
        RestNode node, string page, Func<JsonElement, JsonElement> find)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(500))
        {
            using var shown = JsonDocument.Parse(await node.Http.GetStringAsync($"/ops/orleans/{page}"));
            if (find(shown.RootElement) is var list && list.GetArrayLength() > 0)
                return list.Clone();
            waited.Elapsed.Should().BeLessThan(Patience, "what is looked at is read each second");
        }
    }

    private static bool IsReading(RestNode node) =>
        Directory.GetDirectories($"/proc/{node.ProcessId}/task")
            .Select(thread => File.ReadAllText(Path.Combine(thread, "comm")))
            .Any(name => name.StartsWith("OpenTelemetry-P", StringComparison.Ordinal));
}
