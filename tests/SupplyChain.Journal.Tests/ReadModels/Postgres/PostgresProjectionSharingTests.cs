using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels.Postgres;

/// <summary>Several silos on one database: one projects, and nothing depends on which.</summary>
public sealed class PostgresProjectionSharingTests : IAsyncLifetime
{
    private const string Leader = """
        SELECT coalesce(min(pid), 0) FROM pg_locks
        WHERE locktype = 'advisory' AND granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    private readonly World _world = new();
    private readonly List<PostgresReadSide> _silos = [];

    private PostgresReadSide One => _silos[0];

    public async ValueTask InitializeAsync()
    {
        _world.Warehouse("WH-1");
        _world.Product("A");
        _world.Receive("R-1", "WH-1", ("A", 1_000));
        _silos.Add((PostgresReadSide)await PostgresReadSide.OpenAsync(_world.Journal));
        await One.CaughtUpAsync();
        _silos.Add(await One.JoinAsync());
        _silos.Add(await One.JoinAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos)
        {
            await silo.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_silo_projects_and_all_hear_of_it()
    {
        await CaughtUpAsync();
        var leader = await One.AskAsync<int>(Leader);
        var changed = _silos.ConvertAll(silo => silo.Models.WaitForChangeAsync(silo.Models.Changes));
        var arrived = _silos.ConvertAll(silo => silo.Models.WaitAsync());

        _world.Warehouse("WH-2");
        _world.Journal.Append(
            new("demo", Order.Kind, "O-9"), [new OrderEvent.GrantsReturned("A", [])], UnfinishedWork.Handover,
            Appending.Now, null);

        await CaughtUpAsync();
        await Task.WhenAll(changed).Soon();
        await Task.WhenAll(arrived).Soon();
        (await One.AskAsync<int>(Leader)).Should().Be(leader).And.NotBe(0);
        (await _silos[2].Models.ReadAsync("demo")).Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_silo_takes_over_when_the_connection_of_the_one_that_projects_is_gone()
    {
        for (var turn = 1; turn <= 4; turn++)
        {
            var leader = await One.AskAsync<int>(Leader);
            (await One.AskAsync<bool>($"SELECT pg_terminate_backend({leader}, 5000)")).Should().BeTrue();
            _world.Place($"O-{turn}", "A", 1);

            await CaughtUpAsync();

            (await One.AskAsync<int>(Leader)).Should().NotBe(leader);
        }
        await using var alone = await (await PostgresReadSide.OpenAsync(_world.Journal)).CaughtUpAsync();
        One.Dump().Should().Equal(alone.Dump());
        (await One.VerifyAsync(Appending.Now.AddDays(1))).Violations.Should()
            .NotContain(violation => violation.Invariant == "read-tables");
    }

    [Fact]
    public async Task A_silo_that_stops_hands_over_at_once()
    {
        foreach (var silo in _silos[..2])
        {
            await silo.Projection.StopAsync(default);
        }

        _world.Product("B");

        await _silos[2].CaughtUpAsync();
        (await _silos[2].Models.ProductsAsync("demo", new())).Items.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_silo_that_stands_still_loses_the_right_to_project()
    {
        foreach (var silo in _silos)
        {
            await silo.Projection.StopAsync(default);
        }
        await using var paused = await One.NewSessionAsync();
        await using var other = await _silos[1].NewSessionAsync();
        (await paused.LookAsync(default)).Leads.Should().BeTrue();
        (await other.LookAsync(default)).Leads.Should().BeFalse();

        var waited = TimeSpan.Zero;
        for (var step = TimeSpan.FromMilliseconds(250); !(await other.LookAsync(default)).Leads; waited += step)
        {
            waited.Should().BeLessThan(TimeSpan.FromSeconds(15));
            await Task.Delay(step);
        }

        var resumed = () => paused.RunAsync("UPDATE checkpoint SET events = 0", default);
        await resumed.Should().ThrowAsync<Npgsql.NpgsqlException>();
    }

    private async Task CaughtUpAsync()
    {
        foreach (var silo in _silos)
        {
            await silo.CaughtUpAsync();
        }
    }
}
