using FluentAssertions;
using Npgsql;
using Xunit;

namespace SupplyChain;

/// <summary>A verification in a cluster: the silo that does it may die.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class VerifyingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Who_waits_for_a_verification_of_a_silo_that_dies_hears_soon_that_asking_again_is_safe()
    {
        await using var nodes = await Nodes.NoneAsync();
        var silo = await nodes.StartAsync("--role", "silo");
        var http = nodes.Http(await nodes.StartAsync("--role", "web"));
        var held = await HoldListsAsync(nodes.Postgres);
        var asked = http.SendAsync(HttpMethod.Post, "verify");
        await UntilAsync(http, answer => answer.Member("running") == "True");

        silo.Kill();
        var answer = await asked;

        answer.Status.Should().Be(503, answer.Text);
        await held.DisposeAsync();
        await nodes.StartAsync("--role", "silo");
        await UntilAsync(http, seen => seen.Acknowledged);
        (await http.PostAsync("verify")).Read<SeenVerification>().Ok.Should().BeTrue();
    }

    private static async Task UntilAsync(NodeHttp http, Func<NodeAnswer, bool> fits) =>
        (await Deadline.WaitAsync(
            Patience, async () => await http.TrySendAsync(HttpMethod.Get, "verify") is { } answer && fits(answer)))
            .Should().NotBeNull("it has to happen some time");

    /// <summary>Lets nobody read the lists, so that a verification cannot end.</summary>
    private static async Task<NpgsqlConnection> HoldListsAsync(string postgres)
    {
        var connection = new NpgsqlConnection(postgres + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "BEGIN; LOCK TABLE supplychain_tables_2.orders IN ACCESS EXCLUSIVE MODE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
