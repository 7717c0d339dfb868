using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>A short measurement from the command line says what it is for; no test judges a time.</summary>
public sealed class OrdersVerbTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string[] Small =
    [
        "bench", "orders", "--start", "--json", "--skus", "20", "--warehouses", "2", "--clients", "4", "--warmup", "1",
        "--duration", "2",
    ];

    [Fact]
    public async Task Nodes_of_its_own_are_measured_in_all_that_an_order_costs()
    {
        var said = await RunAsync([]);

        var run = said.GetProperty("runs")[0];
        run.GetProperty("acknowledged").GetInt64().Should().BePositive();
        run.GetProperty("errors").GetInt64().Should().Be(0);
        Number(run, "ordersPerSecond").Should().BeLessThanOrEqualTo(Number(run, "acknowledgedPerSecond"));
        run.TryGetProperty("sustained", out _).Should().BeTrue();
        Number(run, "eventsPerSecond").Should().BePositive();
        Number(run, "gcPausePercent").Should().BeInRange(0, 100);
        var order = run.GetProperty("perOrder");
        Number(order, "nodeCpuMs").Should().BePositive();
        Number(order, "clientCpuMs").Should().BePositive();
        Number(order, "allocatedBytes").Should().BePositive();
        Number(order, "writtenBytes").Should().BePositive();
        order.GetProperty("databaseCpuMs").ValueKind.Should().Be(JsonValueKind.Null);
        said.GetProperty("verify").GetProperty("ok").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Nodes_procedure_and_transaction_take_turns_on_one_server()
    {
        var server = (await RunningPostgres.SharedAsync()).ConnectionString;

        var said = await RunAsync(["--postgres", server, "--against", "sql", "--rounds", "2"]);

        var runs = said.GetProperty("runs").EnumerateArray().ToArray();
        runs.Select(run => (run.GetProperty("by").GetString(), run.GetProperty("round").GetInt32())).Should().Equal(
            ("nodes", 1), ("procedure", 1), ("interactive", 1), ("nodes", 2), ("procedure", 2), ("interactive", 2));
        runs.Should().OnlyContain(run =>
            run.GetProperty("acknowledged").GetInt64() > 0 && run.GetProperty("errors").GetInt64() == 0);
        runs.Should().OnlyContain(run => Number(run.GetProperty("perOrder"), "databaseCpuMs") > 0);
        runs.Should().OnlyContain(run => Number(run.GetProperty("perOrder"), "writtenBytes") > 0);
        said.GetProperty("ratios").EnumerateArray().Select(ratio => ratio.GetProperty("against").GetString())
            .Should().Equal("procedure", "interactive");
        said.GetProperty("verify").GetProperty("ok").GetBoolean().Should().BeTrue();
    }

    private static async Task<JsonElement> RunAsync(string[] more)
    {
        var (code, output, error) = await OwnProgram.RunAsync([.. Small, .. more], Patience);
        code.Should().Be(0, error);
        using var said = JsonDocument.Parse(output);
        return said.RootElement.Clone();
    }

    private static double Number(JsonElement figures, string name) => figures.GetProperty(name).GetDouble();
}
