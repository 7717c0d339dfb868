using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>A node that joins others plays some trade through first, by itself.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class RehearsalTests
{
    private const string Rehearsed = "Rehearsed in";

    [Fact]
    public async Task A_node_rehearses_before_it_joins_others_and_nothing_of_it_remains()
    {
        await using var nodes = await Nodes.NoneAsync();
        var first = await nodes.StartAsync(nodes.Start() with { Rehearses = true });
        first.Log.Should().NotContain(Rehearsed);

        var second = await nodes.StartAsync(nodes.Start() with { Rehearses = true });

        second.Log.Should().Contain(Rehearsed);
        var http = nodes.Http(second);
        (await http.ListAsync<JsonObject>("orders")).Should().BeEmpty();
        (await http.ListAsync<JsonObject>("warehouses")).Should().BeEmpty();
        (await http.GetAsync<SeenStatus>("status")).Silos.Should().HaveCount(2);
        var series = (await SeriesAsync(second)).ToList();
        series.Should().Contain(one => one.StartsWith("supplychain_", StringComparison.Ordinal))
            .And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_node_that_finds_only_dead_silos_starts_at_once()
    {
        await using var nodes = await Nodes.NoneAsync();
        var dead = await nodes.StartAsync();
        dead.Kill();
        await dead.GoneAsync();
        (await nodes.MembersAsync(status: 3)).Should().Be(1, "the table still calls it active");

        var next = await nodes.StartAsync(nodes.Start() with { Rehearses = true });

        next.Log.Should().NotContain(Rehearsed);
    }

    [Theory]
    [InlineData("-1", "Rehearsal:Orders -1 is not from 0 to 1000.")]
    [InlineData("many", "Rehearsal:Orders")]
    public async Task How_much_is_rehearsed_has_to_be_a_number(string orders, string said)
    {
        var start = new NodeStart(Path.GetTempPath())
        {
            Rehearses = true,
            Settings = new Dictionary<string, string> { ["SUPPLYCHAIN_Rehearsal__Orders"] = orders },
        };
        var (code, answer) = await start.RefusedAsync();
        code.Should().Be(2);
        answer.Should().Contain(said);
    }

    /// <summary>Names and labels of everything that is measured, without the figures.</summary>
    private static async Task<IEnumerable<string>> SeriesAsync(RunningNode node)
    {
        using var http = new HttpClient { BaseAddress = node.Url };
        return (await http.GetStringAsync("metrics")).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line[..line.LastIndexOf(' ')]);
    }
}
