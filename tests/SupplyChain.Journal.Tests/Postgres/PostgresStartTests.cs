using Npgsql;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

/// <summary>What is wrong with a database is said before anything is written to it.</summary>
public sealed class PostgresStartTests
{
    private const string Secret = "s3cr3t-canary";

    [Theory]
    [InlineData("nonsense " + Secret, "*--postgres*ConnectionStrings:SupplyChain*no connection string*Host=*")]
    [InlineData("postgres://me:" + Secret + "@db/supplychain", "*--postgres*no connection string*")]
    [InlineData("Host=db;Port=" + Secret, "*--postgres*no connection string*")]
    [InlineData("", "*--postgres*names no host*")]
    [InlineData("Host=127.0.0.1;Port=1;Username=me;Password=" + Secret, "*cannot be reached*--postgres*")]
    [InlineData("Host=127.0.0.1:1,127.0.0.1:2;Username=me;Password=" + Secret, "*--postgres*")]
    public void A_wrong_connection_string_is_named(string connectionString, string message) =>
        Opening(connectionString).Should().Throw<DatabaseUnusableException>().WithMessage(message)
            .Which.ToString().Should().NotContain(Secret);

    [Fact]
    public async Task A_wrong_password_is_named_and_not_shown()
    {
        await using var server = await RunningPostgres.StartAsync(new() { Password = "right" });
        var wrong = Changed(server.ConnectionString, it => it.Password = Secret);

        Opening(wrong).Should().Throw<DatabaseUnusableException>().WithMessage("*password*--postgres*")
            .Which.ToString().Should().NotContain(Secret);
        Opening(await server.CreateDatabaseAsync()).Should().NotThrow();
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        var server = await RunningPostgres.SharedAsync();

        Opening(Changed(server.ConnectionString, it => it.Database = "nowhere"))
            .Should().Throw<DatabaseUnusableException>().WithMessage("*\"nowhere\" does not exist*--postgres*");
    }

    [Fact]
    public async Task Missing_rights_are_named()
    {
        await using var store = await PostgresStore.NewAsync(await RunningPostgres.SharedAsync());
        var user = $"user_{Guid.NewGuid():N}";
        await store.ExecuteAsync($"CREATE USER {user}");
        var stranger = Changed(store.ConnectionString, it => it.Username = user);

        Opening(stranger).Should().Throw<DatabaseUnusableException>()
            .WithMessage("*permission denied*--postgres*GRANT*");
        store.Open();
        Opening(stranger).Should().Throw<DatabaseUnusableException>().WithMessage("*permission denied*--postgres*");
        await store.ExecuteAsync($"DROP USER {user}");
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    public async Task A_server_that_could_lose_what_it_confirmed_is_refused(string setting)
    {
        await using var server = await RunningPostgres.StartAsync(new()
        {
            Settings = new Dictionary<string, string> { [setting] = "off" },
        });

        Opening(await server.CreateDatabaseAsync())
            .Should().Throw<DatabaseUnusableException>().WithMessage($"*{setting} = on*postgresql.conf*");
    }

    [Fact]
    public async Task An_encoding_that_has_no_place_for_all_characters_is_refused()
    {
        var server = await RunningPostgres.SharedAsync();
        await using var store = await PostgresStore.NewAsync(server);
        var name = $"latin_{Guid.NewGuid():N}";
        await store.ExecuteAsync($"CREATE DATABASE {name} ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'");

        Opening(Changed(server.ConnectionString, it => it.Database = name))
            .Should().Throw<DatabaseUnusableException>().WithMessage("*LATIN1*UTF8*");
    }

    [Fact]
    public async Task What_the_server_does_by_default_does_not_matter()
    {
        await using var server = await RunningPostgres.StartAsync(new()
        {
            Settings = new Dictionary<string, string>
            {
                ["synchronous_commit"] = "off",
                ["default_transaction_isolation"] = "serializable",
                ["TimeZone"] = "Asia/Kathmandu",
            },
        });
        await using var store = await PostgresStore.NewAsync(server);
        var journal = store.Open();
        var pen = await journal.PenAsync(NewStream());
        await pen.Append(Event()).Soon();
        await using var database = PostgresDatabase.Open(
            new() { ConnectionString = store.ConnectionString }, new(TimeProvider.System));

        (await journal.WholeTailAsync())[0].RecordedAt.Should().Be(Now);
        (await ShowAsync(database.Writer)).Should().Be("on, read committed");
        (await ShowAsync(database.Projections)).Should().Be("off, read committed");
    }

    [Fact]
    public async Task A_silo_whose_clock_is_a_day_off_keeps_the_databases_time()
    {
        await using var store = await PostgresStore.NewAsync(await RunningPostgres.SharedAsync());
        var wrong = new SkewedClock(TimeSpan.FromHours(25));
        var time = new ClusterTime(wrong);
        time.GetUtcNow().Should().BeCloseTo(wrong.GetUtcNow(), TimeSpan.FromMinutes(1), "nothing else is known");

        await using var database = PostgresDatabase.Open(new() { ConnectionString = store.ConnectionString }, time);

        var databaseTime = (DateTime)(await store.ExecuteAsync("SELECT clock_timestamp()"))!;
        time.GetUtcNow().Should().BeCloseTo(databaseTime, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_refused()
    {
        await using var store = await PostgresStore.NewAsync(await RunningPostgres.SharedAsync());
        var name = new NpgsqlConnectionStringBuilder(store.ConnectionString).Database;
        await store.ExecuteAsync($"ALTER DATABASE {name} SET default_transaction_read_only = on");

        Opening(store.ConnectionString)
            .Should().Throw<DatabaseUnusableException>().WithMessage("*read-only*--postgres*");
    }

    private static Action Opening(string connectionString) => () =>
        PostgresDatabase.Open(new() { ConnectionString = connectionString }, new(TimeProvider.System)).Dispose();

    private static string Changed(string connectionString, Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        change(builder);
        return builder.ConnectionString;
    }

    private static async Task<object?> ShowAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "SELECT current_setting('synchronous_commit') || ', ' || current_setting('transaction_isolation')");
        return await command.ExecuteScalarAsync();
    }

    private sealed class SkewedClock(TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + skew;
    }
}
