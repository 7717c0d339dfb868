using FluentAssertions;
using Npgsql;
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

    private static async Task<object?> ExecuteAsync(string postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
