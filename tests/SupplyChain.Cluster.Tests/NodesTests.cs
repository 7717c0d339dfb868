using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Several nodes are one system: any of them answers for all, and any of them may go.</summary>
public sealed class NodesTests
{
    private const int Dead = 6;
    private const int GivenUp = 3;
    private const string Number = "O-1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task What_one_node_was_told_is_known_to_all_also_after_it_was_killed()
    {
        await using var nodes = await Nodes.NoneAsync();
        var three = await Task.WhenAll(nodes.StartAsync(), nodes.StartAsync(), nodes.StartAsync());
        var https = three.Select(nodes.Http).ToArray();
        await StockAsync(https[0]);
        await PlaceAsync(https[0], Number);
        foreach (var http in https)
            (await http.GetAsync<SeenOrder>($"orders/{Number}")).Status.Should().Be("Allocated");

        three[0].Kill();

        await EventuallyAsync(async () => (await https[1].TrySendAsync(
            HttpMethod.Put, "orders/O-2", NodeHttp.Bytes(Order()))) is { Acknowledged: true });
        // Accepted means that it goes on by itself, if need be when the actors of the dead are found again.
        await EventuallyAsync(async () =>
            (await https[2].GetAsync<SeenOrder>("orders/O-2")).Allocations.Count == 1);
        (await https[2].GetAsync<SeenOrder>($"orders/{Number}")).Status.Should().Be("Allocated");
        await EventuallyAsync(async () => await nodes.MembersAsync(Dead) == 1);
    }

    [Fact]
    public async Task A_node_with_actors_only_and_one_with_REST_only_are_a_system_too()
    {
        await using var nodes = await Nodes.NoneAsync();
        var silo = await nodes.StartAsync("--role", "silo");
        var web = await nodes.StartAsync("--role", "web");

        await StockAsync(nodes.Http(web));
        await PlaceAsync(nodes.Http(web), Number);

        (await nodes.IsReadyAsync(silo)).Should().BeTrue();
        (await nodes.Http(silo).SendAsync(HttpMethod.Get, $"orders/{Number}")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_node_without_any_silo_says_so()
    {
        await using var nodes = await Nodes.NoneAsync();

        var (code, said) = await nodes.Start("--role", "web").RefusedAsync();

        code.Should().Be(1);
        said.Should().Contain("--role silo");
    }

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
    public async Task A_node_that_stops_first_says_that_it_is_not_ready_and_still_answers()
    {
        await using var nodes = await Nodes.NoneAsync();
        var settings = new Dictionary<string, string> { ["SUPPLYCHAIN_Drain__Notice"] = "00:00:05" };
        var leaving = await nodes.StartAsync(nodes.Start() with { Settings = settings });
        var staying = await nodes.StartAsync();
        await StockAsync(nodes.Http(leaving));

        await leaving.SignalAsync("TERM");
        await EventuallyAsync(async () => !await nodes.IsReadyAsync(leaving));
        await PlaceAsync(nodes.Http(leaving), Number);

        (await leaving.GoneAsync()).Should().Be(0);
        (await nodes.Http(staying).GetAsync<SeenOrder>($"orders/{Number}")).Status.Should().Be("Allocated");
    }

    private static async Task StockAsync(NodeHttp http)
    {
        await http.PutAsync("warehouses/rotterdam", new { name = "Rotterdam", latitude = 51.9, longitude = 4.1 });
        await http.PutAsync("products/LAMP", new { description = "Lamp", unitWeightKg = 2 });
        await http.PutAsync(
            "receipts/R-1", new { warehouse = "rotterdam", lines = new[] { new { sku = "LAMP", quantity = 100 } } });
    }

    private static Task<NodeAnswer> PlaceAsync(NodeHttp http, string number) =>
        http.PutAsync($"orders/{number}", Order());

    private static object Order() => new
    {
        customer = "C-1",
        shipTo = new { country = "DE", latitude = 48.1, longitude = 11.6 },
        lines = new[] { new { line = 1, sku = "LAMP", quantity = 4 } },
    };

    private static async Task EventuallyAsync(Func<Task<bool>> condition) =>
        (await Deadline.WaitAsync(Patience, condition)).Should().NotBeNull("it has to happen some time");

    /// <summary>The one child of a process; 0 while there is none.</summary>
    private static int Child(int parent) => Directory.GetDirectories($"/proc/{parent}/task")
        .Select(task => File.ReadAllText(Path.Combine(task, "children")))
        .SelectMany(children => children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(int.Parse)
        .FirstOrDefault();
}
