using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Npgsql;
using SupplyChain.Journal.Postgres;
using Xunit;

namespace SupplyChain;

/// <summary>What operators check and mend while no node runs.</summary>
public sealed class OfflineTests
{
    private const string ConnectionString = "SUPPLYCHAIN_ConnectionStrings__SupplyChain";
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task A_database_whose_nodes_are_gone_is_verified_and_its_lists_are_rebuilt()
    {
        await using var nodes = await Nodes.NoneAsync();
        var node = await nodes.StartAsync();
        await nodes.Http(node).PutAsync("products/LAMP", new { description = "Lamp" });
        node.Kill();
        var settings = new Dictionary<string, string> { [ConnectionString] = nodes.Postgres };

        var verified = await TestedProgram.RunAsync(Nothing, "verify", "--postgres", nodes.Postgres);
        verified.Code.Should().Be(0, verified.Said);
        verified.Said.Should().Contain("OK: 1 events in 1 streams");
        var rebuilt = await TestedProgram.RunAsync(settings, "rebuild", "--json", "--postgres");
        rebuilt.Code.Should().Be(0, rebuilt.Said);
        rebuilt.Said.Should().Contain("projectedEvent");
        await ExecuteAsync(nodes.Postgres, "INSERT INTO feature_readers VALUES ('older, process 1', 0, now())");
        (await TestedProgram.RunAsync(settings, "upgrade", "--postgres")).Code.Should().Be(0, "no level is above it");

        await ExecuteAsync(
            nodes.Postgres,
            "SET session_replication_role = replica; " // Otherwise the journal defends itself.
            + "UPDATE journal SET data = convert_to(replace(convert_from(data, 'UTF8'), 'Lamp', 'Pump'), 'UTF8')");
        var forged = await TestedProgram.RunAsync(settings, "verify", "--postgres");
        forged.Code.Should().Be(1, forged.Said);
        forged.Said.Should().Contain("product/LAMP");
    }

    [Fact]
    public async Task A_database_without_a_journal_is_left_as_it_is()
    {
        await using var nodes = await Nodes.NoneAsync();

        var (code, said) = await TestedProgram.RunAsync(Nothing, "verify", "--postgres", nodes.Postgres);

        code.Should().Be(1);
        said.Should().Contain("There is no journal in the database").And.Contain("--postgres");
        (await ExecuteAsync(nodes.Postgres, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
            .Should().Be(0L);
    }

    [Fact]
    public async Task A_database_of_an_older_version_is_left_as_it_is()
    {
        await using var nodes = await Nodes.NoneAsync();
        (await nodes.StartAsync("--role", "silo")).Kill();
        await ExecuteAsync(nodes.Postgres, "DELETE FROM migrations WHERE name > '0003'");

        var (code, said) = await TestedProgram.RunAsync(Nothing, "verify", "--postgres", nodes.Postgres);

        code.Should().Be(1);
        said.Should().Contain("older version");
    }

    [Fact]
    public async Task A_journal_in_partitions_becomes_one_table_while_a_node_runs()
    {
        await using var nodes = await Nodes.NoneAsync();
        var node = await WithPartitionsAsync(nodes);
        await nodes.Http(node).PutAsync("products/LAMP", new { description = "Lamp" });
        var settings = new Dictionary<string, string> { [ConnectionString] = nodes.Postgres };

        var repacked = await TestedProgram.RunAsync(settings, "repack", "--json");
        await nodes.Http(node).PutAsync("products/PUMP", new { description = "Pump" });
        var again = await TestedProgram.RunAsync(Nothing, "repack", "--postgres", nodes.Postgres);
        await ExecuteAsync(nodes.Postgres, "DROP TABLE journal_partitioned");
        var verified = await TestedProgram.RunAsync(settings, "verify", "--postgres");

        repacked.Code.Should().Be(0, repacked.Said);
        repacked.Said.Should().Contain("""{"events":1,"former":"journal_partitioned"}""");
        again.Code.Should().Be(1, again.Said);
        again.Said.Should().Contain("is one table: there is nothing to do");
        verified.Code.Should().Be(0, verified.Said);
        verified.Said.Should().Contain("OK: 2 events in 2 streams");
    }

    [Theory]
    [InlineData("", "no connection")]
    [InlineData("--data=x", "'--data=x' is no option of 'supplychain repack'")]
    public async Task Only_a_database_is_repacked(string options, string why)
    {
        var (code, said) = await TestedProgram.RunAsync(
            Nothing, ["repack", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        code.Should().Be(2);
        said.Should().Contain(why);
    }

    [Theory]
    [InlineData("--postgres", "no connection")]
    [InlineData("--postgres=x --data=y", "exclude each other")]
    [InlineData("--postgres=x --url=http://127.0.0.1:1", "exclude each other")]
    public async Task A_command_line_that_makes_no_sense_says_why(string options, string why)
    {
        var (code, said) = await TestedProgram.RunAsync(Nothing, ["verify", .. options.Split(' ')]);

        code.Should().Be(2);
        said.Should().Contain(why);
    }

    /// <summary>
    /// The first script is the release before's, and somebody holds its table while a node of this release starts.
    /// </summary>
    private static async Task<RunningNode> WithPartitionsAsync(Nodes nodes)
    {
        const string First = "0001_journal.sql";
        await using var script = typeof(PostgresDatabase).Assembly
            .GetManifestResourceStream($"SupplyChain.Journal.Postgres.Migrations.{First}")!;
        var sql = await new StreamReader(script).ReadToEndAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        await ExecuteAsync(nodes.Postgres, $"""
            {sql}
            CREATE TABLE migrations (
                name text COLLATE "C" PRIMARY KEY, script_hash text NOT NULL, applied_at timestamptz NOT NULL);
            INSERT INTO migrations VALUES ('{First}', '{hash}', now())
            """);
        await using var source = NpgsqlDataSource.Create(nodes.Postgres);
        await using var holder = await source.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("LOCK TABLE journal IN ACCESS SHARE MODE", holder);
        await hold.ExecuteNonQueryAsync();
        return await nodes.StartAsync();
    }

    private static async Task<object?> ExecuteAsync(string postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
