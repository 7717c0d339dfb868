using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Operations;

namespace SupplyChain.Journal.Postgres;

/// <summary>Releases side by side on one database.</summary>
public sealed class PostgresFeatureLevelTests : IAsyncLifetime
{
    private const int Now = FeatureLevel.Newest;
    private const int Next = FeatureLevel.Newest + 1;

    private PostgresStore _store = null!;
    private PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await PostgresStore.NewAsync(await RunningPostgres.SharedAsync());
        _database = PostgresDatabase.Open(
            new() { ConnectionString = _store.ConnectionString }, new(TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task The_level_is_raised_once_no_older_node_runs()
    {
        using var older = Node("older", Now);
        using var newer = Node("newer", Next);
        await older.StartAsync(default).Soon();
        await newer.StartAsync(default).Soon();

        var refused = await newer.RaiseAsync(Next).Soon();
        refused.Level.Should().Be(Now);
        refused.Behind.Should().Equal($"older: {Now}");
        newer.Current.Should().Be(Now);
        (await older.RaiseAsync(Next).Soon()).Behind.Should().Equal($"older: {Now}");

        await older.StopAsync(default).Soon();
        (await newer.RaiseAsync(Next).Soon()).Should().BeEquivalentTo(new LevelReply(Next, []));
        (await newer.RaiseAsync(Next).Soon()).Level.Should().Be(Next, "twice is once");
        newer.Current.Should().Be(Next);
        (await newer.RaiseAsync(Now).Soon()).Level.Should().Be(Next, "a level is never lowered");

        var back = () => older.StartAsync(default).Soon();
        (await back.Should().ThrowAsync<SchemaRefusedException>()).WithMessage($"*feature level {Next}*");
    }

    [Fact]
    public async Task A_node_that_was_not_heard_of_for_long_does_not_prevent_it_and_stops_when_it_goes_on()
    {
        var lifetime = new Lifetime();
        using var older = Node("older", Now, lifetime);
        using var newer = Node("newer", Next);
        await newer.StartAsync(default).Soon();
        await _store.ExecuteAsync(
            $"INSERT INTO feature_readers VALUES ('older', {Now}, now() - interval '31 s')");
        (await newer.RaiseAsync(Next).Soon()).Level.Should().Be(Next);

        // It had started before, and now goes on.
        await _store.ExecuteAsync($"UPDATE feature_level SET level = {Now}");
        await older.StartAsync(default).Soon();
        await _store.ExecuteAsync($"UPDATE feature_level SET level = {Next}");

        await lifetime.Stopped.Task.Soon();
        older.Current.Should().Be(Now, "it never writes what it does not know");
        await older.StopAsync(default).Soon();
    }

    [Fact]
    public async Task Another_node_hears_of_a_raise()
    {
        using var one = Node("one", Next);
        using var other = Node("other", Next);
        await one.StartAsync(default).Soon();
        await other.StartAsync(default).Soon();

        await one.RaiseAsync(Next).Soon();

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (other.Current != Next)
        {
            await Task.Delay(20, deadline.Token);
        }
        await one.StopAsync(default).Soon();
        await other.StopAsync(default).Soon();
    }

    [Fact]
    public async Task A_database_without_events_begins_at_the_newest_level_unless_an_older_node_uses_it()
    {
        await using var connection = await _store.ConnectAsync();
        await _store.ExecuteAsync($"INSERT INTO feature_readers VALUES ('older', {Now}, now())");
        PostgresFeatureLevel.Open(connection, Next, mayRaise: true).Should().Be(Now);

        await _store.ExecuteAsync("DELETE FROM feature_readers");
        PostgresFeatureLevel.Open(connection, Next, mayRaise: false).Should().Be(Now);
        PostgresFeatureLevel.Open(connection, Next, mayRaise: true).Should().Be(Next);
    }

    private PostgresFeatureLevel Node(string name, int newest, IHostApplicationLifetime? lifetime = null) =>
        new(_database, name, newest, NullLogger.Instance, lifetime);

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public TaskCompletionSource Stopped { get; } = new();

        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => Stopped.TrySetResult();
    }
}
