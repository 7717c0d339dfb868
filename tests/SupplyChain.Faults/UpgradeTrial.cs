using FluentAssertions;
using Npgsql;
using Xunit;

namespace SupplyChain;

/// <summary>
/// A cluster goes from the release before this one to this one, node by node under load, back again, and forward:
/// until its feature level is raised nothing is lost by either way. While nodes of both run, the journal becomes one
/// table. It builds the release before and takes four minutes, so it is explicit: run it when something stored or sent
/// changes.
/// </summary>
public sealed class UpgradeTrial(OneServer server, ITestOutputHelper output)
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(3);

    [Fact(Explicit = true)]
    public Task From_the_previous_release_and_back_and_forward() => UpgradeAsync(nodes: 2, between: TimeSpan.Zero);

    [Fact(Explicit = true)]
    public Task Three_nodes_with_a_minute_of_both_releases_each_time() =>
        UpgradeAsync(nodes: 3, between: TimeSpan.FromMinutes(1));

    private async Task UpgradeAsync(int nodes, TimeSpan between)
    {
        var previous = await PreviousRelease.BuiltAsync();
        await using var trial = await Trial.BeginAsync($"{PreviousRelease.Name} to this and back", server, output);
        for (var i = 0; i < nodes; i++)
            await trial.Fleet.JoinAsync(trial.Fleet.Start() with { Program = previous });
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            trial.Tell("forward in", await RollAsync(trial, to: null, between));
            trial.Tell("back in", await RollAsync(trial, to: previous, between, () => RepackAsync(trial)));
            trial.Tell("forward again in", await RollAsync(trial, to: null, between));
            await trial.Fleet.AnyAlive().Http.PostAsync("upgrade");
        });
        await trial.JudgeAsync(noErrors: true);
        await AfterTheNextRaiseAsync(trial);
    }

    /// <summary>Each node leaves as SIGTERM lets it, and one of the other release starts on its ports.</summary>
    private static async Task<TimeSpan> RollAsync(
        Trial trial, string? to, TimeSpan between, Func<Task>? amid = null)
    {
        var began = trial.Load.Elapsed;
        foreach (var (index, member) in trial.Fleet.Members.Index())
        {
            await member.Node.SignalAsync("TERM");
            (await member.Node.GoneAsync()).Should().Be(0);
            await trial.Fleet.ReplaceAsync(member, member.Start with { Program = to });
            if (index == 0)
            {
                await (amid?.Invoke() ?? Task.CompletedTask);
                await Task.Delay(between);
            }
        }
        return trial.Load.Elapsed - began;
    }

    private static async Task RepackAsync(Trial trial)
    {
        var began = trial.Load.Elapsed;
        var (code, said) = await TestedProgram.RunAsync(
            new Dictionary<string, string>(), "repack", "--postgres", trial.Postgres);
        code.Should().Be(0, said);
        trial.Tell("repacked in", trial.Load.Elapsed - began);
    }

    /// <summary>Once a release to come has raised the level, this one stops and does not start.</summary>
    private static async Task AfterTheNextRaiseAsync(Trial trial)
    {
        await using (var database = NpgsqlDataSource.Create(trial.Postgres))
        await using (var raise = database.CreateCommand("UPDATE feature_level SET level = level + 1"))
            await raise.ExecuteNonQueryAsync();

        foreach (var member in trial.Fleet.Members)
            await member.Node.GoneAsync();
        var (code, said) = await trial.Fleet.Start().RefusedAsync();
        code.Should().NotBe(0);
        said.Should().Contain("feature level").And.Contain("Run the version that raised it");
    }
}
