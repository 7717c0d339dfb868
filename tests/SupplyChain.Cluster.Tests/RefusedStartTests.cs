using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Npgsql;
using Xunit;

namespace SupplyChain;

/// <summary>A node that cannot run says why, in one line and by the name of the setting.</summary>
public sealed class RefusedStartTests
{
    private const string Secret = "not-for-the-log";
    private const int Failed = 1;
    private const int BadUsage = 2;

    [Theory]
    [InlineData("nonsense " + Secret, "--postgres")]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Database=y;Password=" + Secret, "Host and Port")]
    public async Task A_connection_string_that_leads_nowhere_is_refused(string postgres, string named)
    {
        await using var nodes = await Nodes.NoneAsync();

        var refused = await (nodes.Start() with { Postgres = postgres }).RefusedAsync();

        SaysInOneLine(refused, named);
    }

    [Theory]
    [InlineData("Drain__Notice", "60", "Drain:Notice")]
    [InlineData("Web__RequestsAtOnce", "0", "Web:RequestsAtOnce")]
    [InlineData("Web__RequestsWaiting", "many", "Web:RequestsWaiting")]
    [InlineData("Web__LongestWait", "60", "Web:LongestWait")]
    [InlineData("Imports__OrdersInFlight", "0", "Imports:OrdersInFlight")]
    public async Task A_setting_that_makes_no_sense_is_refused(string setting, string value, string named)
    {
        await using var nodes = await Nodes.NoneAsync();
        var settings = new Dictionary<string, string> { [$"SUPPLYCHAIN_{setting}"] = value };

        var refused = await (nodes.Start() with { Settings = settings }).RefusedAsync();

        refused.Code.Should().Be(BadUsage, refused.Said);
        refused.Said.Trim().Should().StartWith("supplychain: ").And.Contain(named).And.NotContain("\n");
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var server = await RunningPostgres.StartAsync(new() { Password = "right" });
        await using var nodes = await Nodes.NoneAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = Secret };

        var refused = await (nodes.Start() with { Postgres = wrong.ConnectionString }).RefusedAsync();

        SaysInOneLine(refused, "Username and Password");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_refused()
    {
        await using var nodes = await Nodes.NoneAsync();
        var missing = new NpgsqlConnectionStringBuilder(nodes.Postgres) { Database = "missing", Password = Secret };

        var refused = await (nodes.Start() with { Postgres = missing.ConnectionString }).RefusedAsync();

        SaysInOneLine(refused, "createdb");
    }

    [Fact]
    public async Task A_user_without_rights_is_refused()
    {
        await using var nodes = await Nodes.NoneAsync();
        var role = $"poor_{Guid.NewGuid():N}";
        await ExecuteAsync(nodes.Postgres, $"CREATE ROLE {role} LOGIN");
        var poor = new NpgsqlConnectionStringBuilder(nodes.Postgres) { Username = role, Password = Secret };

        var refused = await (nodes.Start() with { Postgres = poor.ConnectionString }).RefusedAsync();

        SaysInOneLine(refused, "GRANT");
    }

    [Fact]
    public async Task A_database_of_a_higher_feature_level_is_refused()
    {
        await using var nodes = await Nodes.NoneAsync();
        (await nodes.StartAsync("--role", "silo")).Kill();
        await ExecuteAsync(nodes.Postgres, "UPDATE feature_level SET level = 99");

        var refused = await nodes.Start().RefusedAsync();

        SaysInOneLine(refused, "feature level 99", "Run the version that raised it");
    }

    [Fact]
    public async Task The_database_of_another_cluster_is_refused()
    {
        await using var nodes = await Nodes.NoneAsync();
        (await nodes.StartAsync("--role", "silo", "--cluster-id", "first")).Kill();

        var refused = await nodes.Start("--cluster-id", "second").RefusedAsync();

        SaysInOneLine(refused, "'first'", "'second'", "--cluster-id");
        (await nodes.MembersAsync(3)).Should().BeLessThan(2, "the refused node never joined");
    }

    [Theory]
    [InlineData("--silo-port")]
    [InlineData("--gateway-port")]
    public async Task A_port_in_use_is_refused(string option)
    {
        await using var nodes = await Nodes.NoneAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var refused = await nodes.Start(option, port).RefusedAsync();

        SaysInOneLine(refused, port, option);
    }

    [Theory]
    [InlineData("--urls", "--silo-port")]
    [InlineData("--silo-port", "--gateway-port")]
    public async Task One_port_for_two_purposes_is_refused(string first, string second)
    {
        await using var nodes = await Nodes.NoneAsync();
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);

        var refused = await nodes.Start(
            first, first == "--urls" ? $"http://127.0.0.1:{port}" : port, second, port).RefusedAsync();

        SaysInOneLine(refused, port, "another port of this node", second);
    }

    [Theory]
    [InlineData("--role", "silo")]
    [InlineData("--role", "web")]
    public async Task A_role_needs_a_database(params string[] options)
    {
        await using var nodes = await Nodes.NoneAsync();

        var (code, said) = await (nodes.Start(options) with { Postgres = null }).RefusedAsync();

        code.Should().Be(BadUsage);
        said.Should().Contain("--postgres");
    }

    [Theory]
    [InlineData("host_name = 'elsewhere'", "elsewhere")]
    [InlineData("address = '192.0.2.1'", "192.0.2.1")]
    public async Task A_cluster_that_would_not_find_this_machine_is_refused(string silo, string named)
    {
        await using var nodes = await Nodes.NoneAsync();
        (await nodes.StartAsync("--role", "silo")).Kill();
        await ExecuteAsync(nodes.Postgres, $"UPDATE orleans_members SET alive_at = clock_timestamp(), {silo}");

        var refused = await nodes.Start().RefusedAsync();

        SaysInOneLine(refused, named, "--advertise");
        (await nodes.MembersAsync(3)).Should().Be(1, "the refused node never joined");
    }

    [Theory]
    [InlineData("--demo", "")]
    [InlineData("--advertise", "0.0.0.0")]
    public async Task What_makes_no_sense_in_a_cluster_is_refused(string option, string value)
    {
        await using var nodes = await Nodes.NoneAsync();

        var (code, said) = await nodes.Start([option, .. value.Length > 0 ? [value] : Array.Empty<string>()])
            .RefusedAsync();

        code.Should().Be(BadUsage);
        said.Should().Contain(option);
    }

    private static void SaysInOneLine((int Code, string Said) refused, params string[] words)
    {
        refused.Code.Should().Be(Failed, refused.Said);
        refused.Said.Trim().Should().StartWith("supplychain: ").And.ContainAll(words)
            .And.NotContain("\n").And.NotContain(Secret);
    }

    private static async Task ExecuteAsync(string postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
