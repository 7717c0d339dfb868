namespace SupplyChain.Exports;

/// <summary>How many exports run at once.</summary>
public sealed class ExportLimitTests
{
    [Fact]
    public void Four_run_at_once_and_one_more_once_one_has_ended()
    {
        using var limit = new ExportLimit();
        var running = Enumerable.Range(0, 4).Select(_ => limit.TryBegin()).ToArray();
        running.Should().NotContainNulls();
        limit.TryBegin().Should().BeNull();
        running[0]!.Dispose();
        using var next = limit.TryBegin();
        next.Should().NotBeNull();
        limit.TryBegin().Should().BeNull();
    }
}
