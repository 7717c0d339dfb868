using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Nodes that break or miss others, and what becomes of them.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class BrokenNodesTests
{
    private const int Dead = 6;
    private const int GivenUp = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task A_silo_that_stood_still_until_the_others_gave_it_up_ends_with_a_code_of_its_own()
    {
        await using var nodes = await Nodes.NoneAsync();
        var three = await Task.WhenAll(nodes.StartAsync(), nodes.StartAsync(), nodes.StartAsync());

        await three[0].SignalAsync("STOP");
        await EventuallyAsync(async () => await nodes.MembersAsync(Dead) == 1);
        await three[0].SignalAsync("CONT");

        (await three[0].GoneAsync()).Should().Be(GivenUp);
        (await nodes.IsReadyAsync(three[1])).Should().BeTrue();
    }

    [Fact]
    public async Task A_supervised_node_that_breaks_is_started_again_and_stops_when_told()
    {
        await using var nodes = await Nodes.NoneAsync();
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        var supervisor = await nodes.StartAsync("--supervise=true", "--urls", url);
        var first = Child(supervisor.ProcessId);

        System.Diagnostics.Process.GetProcessById(first).Kill();

        await EventuallyAsync(async () =>
            Child(supervisor.ProcessId) != first && await nodes.IsReadyAsync(supervisor));
        await supervisor.SignalAsync("TERM");
        (await supervisor.GoneAsync()).Should().Be(0);
        (await nodes.IsReadyAsync(supervisor)).Should().BeFalse();
    }

    [Fact]
    public async Task A_supervised_node_that_is_refused_is_not_started_again()
    {
        await using var nodes = await Nodes.NoneAsync();

        var (code, said) = await (nodes.Start("--supervise") with { Postgres = "nonsense" }).RefusedAsync();

        code.Should().Be(1);
        said.Should().NotContain("again");
    }

    [Fact]
    public async Task A_node_without_any_silo_says_so()
    {
        await using var nodes = await Nodes.NoneAsync();

        var (code, said) = await nodes.Start("--role", "web").RefusedAsync();

        code.Should().Be(1);
        said.Should().Contain("--role silo");
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition) =>
        (await Deadline.WaitAsync(Patience, condition)).Should().NotBeNull("it has to happen some time");

    /// <summary>The one child of a process; 0 while there is none.</summary>
    private static int Child(int parent) => Directory.GetDirectories($"/proc/{parent}/task")
        .Select(task => File.ReadAllText(Path.Combine(task, "children")))
        .SelectMany(children => children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(int.Parse)
        .FirstOrDefault();
}
