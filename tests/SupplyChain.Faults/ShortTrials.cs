using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>
/// What happens to nodes and their database every other month, under load. The rows it prints are figures, what it
/// demands is behaviour.
/// <c>SUPPLYCHAIN_FAULTS_SEED=…</c> repeats the requests of a seed (not their timing),
/// <c>SUPPLYCHAIN_FAULTS_JSON=FILE</c> appends the rows to a file.
/// </summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class ShortTrials(OneServer server, ITestOutputHelper output)
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task All_are_killed_and_come_back_on_new_ports()
    {
        await using var trial = await Trial.BeginAsync("kill all, new ports", server, output);
        var all = await trial.Fleet.JoinAsync(3);
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            await Fleet.KillAsync(all);
            await trial.Fleet.ReplaceAsync(all, samePorts: false);
        });
        await trial.JudgeAsync();
    }

    [Fact]
    public async Task The_database_is_killed_and_comes_back()
    {
        await using var trial = await Trial.BeginAsync("kill Postgres, back", server, output);
        var accepts = TimeSpan.Zero;
        await trial.Fleet.JoinAsync(2);
        await trial.UnderLoadAsync(2 * Afterwards, async () =>
        {
            await server.Postgres.KillAsync();
            await Task.Delay(TimeSpan.FromSeconds(3));
            await server.Postgres.StartAgainAsync();
            accepts = trial.Load.Elapsed;
            await trial.NextSuccessAsync("writes again after");
        });
        trial.Tell("95 % of goodput after", trial.Load.GoodputBack(0.95, accepts) - accepts);
        await trial.JudgeAsync();
    }
}
