using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Planner;

namespace SupplyChain.Operations;

/// <summary>What the operations page says of the invariants, before and after a check.</summary>
public sealed class InvariantSheetTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly BunitContext _page = new();
    private readonly LiveFeed _feed = new(
        SupplyChainClient.Over(new ScriptedActors().Factory, new(), TimeProvider.System), TimeProvider.System,
        NullLogger<LiveFeed>.Instance);

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        _feed.Close();
    }

    [Fact]
    public void Before_the_first_check_it_names_what_a_check_looks_at_and_that_none_was_made()
    {
        var rows = Rows(null);

        rows.Should().HaveCountGreaterThan(5);
        rows.Should().OnlyContain(row => row.Contains("not checked yet"));
        rows.Should().Contain(row => row.Contains("Never oversell") && row.Contains("0 ≤ reserved ≤ on hand"));
    }

    [Fact]
    public void After_it_only_what_was_checked_is_named_and_said_to_hold()
    {
        var report = new VerifyReport(true, 9, 3, ["never-oversell", "hash-chain"], [], 0);

        Rows(new(false, 9, null, Noon, new(report, Noon))).Should().HaveCount(2)
            .And.OnlyContain(row => row.Contains("holds") && !row.Contains("not checked yet"));
    }

    private string[] Rows(VerifyProgress? progress) =>
    [
        .. _page.Render<InvariantSheet>(sheet => sheet
                .Add(one => one.Progress, progress)
                .AddCascadingValue(new Viewer(_feed, TimeProvider.System)))
            .FindAll(".invariants li").Select(row => row.TextContent),
    ];
}
