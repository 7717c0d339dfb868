using FluentAssertions;
using Npgsql;
using Xunit;

namespace SupplyChain;

/// <summary>The judges are judged: whatever must never happen is done on purpose, and has to be found.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class WitnessTests(OneServer server, ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_must_never_happen_is_found()
    {
        await using var trial = await Trial.BeginAsync("nothing happens", server, output);
        var node = await trial.Fleet.JoinAsync();
        await trial.UnderLoadAsync(TimeSpan.FromSeconds(2), () => Task.CompletedTask);
        var orders = await trial.JudgeAsync(noErrors: true);
        await Fleet.KillAsync(node);

        (await AuditAsync(trial, orders, "SELECT 1")).Told.Should().BeEmpty("nothing was done to it");
        foreach (var mutant in Mutant.All)
        {
            (await AuditAsync(trial, orders, mutant.Sql)).Told
                .Should().Contain(finding => finding.StartsWith(mutant.Finding), "of {0}", mutant);
        }
        await WhatOnlyANodeCanTellIsFoundAsync(trial);
    }

    private static async Task WhatOnlyANodeCanTellIsFoundAsync(Trial trial)
    {
        var copy = await CopyAsync(
            trial.Postgres, "UPDATE journal SET actor = 'nobody' WHERE kind = 'order' AND version = 1");
        var node = await trial.Fleet.JoinAsync(trial.Fleet.Start(copy));
        var verified = (await node.Http.PostAsync("verify")).Read<SeenVerification>();
        verified.Ok.Should().BeFalse("the hash chain is broken");
        await ForgedAcknowledgementsAreFoundAsync(trial, node);
    }

    /// <summary>What only the outside world knows of.</summary>
    private static async Task ForgedAcknowledgementsAreFoundAsync(Trial trial, FleetMember node)
    {
        var (number, order) = trial.Notebook.Orders.First();
        trial.Notebook.Orders["O-forged"] = order with { Subject = "O-forged", Path = "orders/O-forged" };
        var findings = await new Reckoning(node.Http, trial.Notebook, []).FindAsync();
        trial.Notebook.Orders.TryRemove("O-forged", out _);
        findings.Should().Contain(finding => finding.Contains("O-forged") && finding.Contains("sent again"));

        trial.Notebook.Orders.TryRemove(number, out _);
        findings = await new Reckoning(node.Http, trial.Notebook, []).FindAsync();
        trial.Notebook.Orders[number] = order;
        findings.Should().Contain($"{number} is listed, but was never acknowledged");
    }

    private static async Task<AuditFindings> AuditAsync(Trial trial, IReadOnlyList<SeenOrder> orders, string sql)
    {
        await using var audit = trial.AuditOf(await CopyAsync(trial.Postgres, sql));
        return await audit.FindAsync(trial.Notebook, HeldUnits.Of(orders));
    }

    /// <summary>A copy of a database that is not in use, to which something was done.</summary>
    private static async Task<string> CopyAsync(string postgres, string sql)
    {
        var (at, name) = (new NpgsqlConnectionStringBuilder(postgres) { Pooling = false }, $"copy_{Guid.NewGuid():N}");
        var original = at.Database;
        at.Database = "postgres";
        // The server may not have noticed yet that the node is gone.
        await RunAsync(
            at.ConnectionString,
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{original}'");
        await RunAsync(at.ConnectionString, $"CREATE DATABASE {name} TEMPLATE {original}");
        at.Database = name;
        // The journal defends itself against what is done here.
        await RunAsync(at.ConnectionString, $"SET session_replication_role = replica; {sql}");
        return at.ConnectionString;
    }

    private static async Task RunAsync(string postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
