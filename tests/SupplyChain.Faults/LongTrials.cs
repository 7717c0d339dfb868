using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>
/// What takes longer or needs more of the machine:
/// <c>artifacts/bin/SupplyChain.Faults/release/SupplyChain.Faults -explicit only</c>.
/// </summary>
public sealed class LongTrials(OneServer server, ITestOutputHelper output)
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Cut = TimeSpan.FromSeconds(6);

    [Fact(Explicit = true)]
    public async Task One_of_three_is_killed()
    {
        await using var trial = await Trial.BeginAsync("kill one of three", server, output);
        await trial.Fleet.JoinAsync(3);
        await trial.UnderLoadAsync(Afterwards, () => Fleet.KillAsync(trial.Fleet.Members[0]));
        await trial.JudgeAsync();
    }

    [Fact(Explicit = true)]
    public async Task Two_of_three_are_killed()
    {
        await using var trial = await Trial.BeginAsync("kill two of three", server, output);
        await trial.Fleet.JoinAsync(3);
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            await Fleet.KillAsync(trial.Fleet.Members[0], trial.Fleet.Members[1]);
            await Task.Delay(TimeSpan.FromSeconds(10));
        });
        await trial.JudgeAsync();
    }

    [Fact(Explicit = true)]
    public async Task All_are_killed_and_come_back_on_the_same_ports()
    {
        await using var trial = await Trial.BeginAsync("kill all, same ports", server, output);
        var all = await trial.Fleet.JoinAsync(3);
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            await Fleet.KillAsync(all);
            await trial.Fleet.ReplaceAsync(all, samePorts: true);
        });
        await trial.JudgeAsync();
    }

    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_silo_joins_others_with_twenty_thousand_actors(int others)
    {
        await using var trial = await Trial.BeginAsync(
            $"a silo joins {others}, 20,000 actors", server, output, Trial.Plenty);
        await trial.Fleet.JoinAsync(others);
        await trial.FillAsync(20_000);
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            await trial.Fleet.JoinAsync();
            trial.Tell("even after", await trial.EvenAsync(TimeSpan.FromSeconds(60)));
        });
        var silos = await trial.SilosAsync();
        trial.Tell("actors", string.Join(", ", silos.Select(silo => silo.Actors)));
        silos.Should().HaveCount(others + 1).And.OnlyContain(silo => silo.Actors > 0);
        await trial.JudgeAsync(noErrors: true);
    }

    [Theory(Explicit = true)]
    [InlineData(12)]
    [InlineData(5)]
    [InlineData(120)]
    public async Task One_stands_still_for_a_moment_or_minutes(int seconds)
    {
        await using var trial = await Trial.BeginAsync($"pause one of three {seconds} s", server, output);
        await trial.StandStillAsync(Afterwards, TimeSpan.FromSeconds(seconds));
    }

    [Fact(Explicit = true)]
    public async Task Saturated_processors_evict_nobody()
    {
        await using var trial = await Trial.BeginAsync("processors saturated for 60 s", server, output);
        var all = await trial.Fleet.JoinAsync(3);
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            using var busy = new BusyProcessors(perProcessor: 3);
            await Task.Delay(TimeSpan.FromSeconds(60));
        });
        all.Should().OnlyContain(member => member.Node.IsAlive, "who is evicted ends");
        (await trial.SilosAsync()).Should().HaveCount(3);
        await trial.JudgeAsync();
    }

    [Fact(Explicit = true)]
    public async Task One_product_is_out_of_stock_and_goes_on_being_ordered()
    {
        await using var trial = await Trial.BeginAsync("a product out of stock, 60 s", server, output, onlyShort: true);
        await trial.Fleet.JoinAsync(3);
        await trial.UnderLoadAsync(Afterwards, () => Task.Delay(TimeSpan.FromSeconds(60)));
        await trial.JudgeAsync();
    }

    [Theory(Explicit = true)]
    [InlineData(20)]
    [InlineData(2_000)]
    public async Task The_database_is_somewhat_or_very_slow(int ms)
    {
        await using var trial = await Trial.BeginAsync($"database {ms} ms away", server, output);
        await trial.SlowlyAsync(server.Postgres.Port, TimeSpan.FromMilliseconds(ms), TimeSpan.FromSeconds(20));
    }

    [Fact(Explicit = true)]
    public async Task Nothing_comes_back_from_the_database_of_one_silo()
    {
        await using var trial = await Trial.BeginAsync("database of one of three silent 20 s", server, output);
        await using var proxy = new TcpProxy(server.Postgres.Port);
        await trial.Fleet.JoinAsync(2);
        var cut = await trial.Fleet.JoinAsync(trial.Fleet.Start(proxy.Before(trial.Postgres)));
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            proxy.Swallow();
            trial.Tell("says that it is not ready after", await cut.BecomesAsync(ready: false, Silence));
            proxy.Mend();
            trial.Tell("ready again after", await cut.BecomesAsync(ready: true, Silence));
        });
        await trial.JudgeAsync();
    }

    [Theory(Explicit = true)]
    [InlineData(25)]
    [InlineData(-25)]
    public async Task The_clock_of_one_silo_jumps_by_a_day(int hours)
    {
        await using var trial = await Trial.BeginAsync($"clock of one of three jumps {hours:+0;-0} h", server, output);
        using var clock = FakeClock.Right();
        await trial.Fleet.JoinAsync(2);
        await trial.Fleet.JoinAsync(trial.Fleet.Start() with { Settings = clock.Settings });
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            clock.Jump(hours);
            await Task.Delay(TimeSpan.FromSeconds(15));
        });
        (await trial.SilosAsync()).Should().HaveCount(3).And.OnlyContain(silo => silo.Actors > 0);
        await trial.JudgeAsync(noErrors: true);
    }

    [Theory(Explicit = true)]
    [InlineData(25)]
    [InlineData(-25)]
    public async Task A_node_whose_clock_is_a_day_off_does_not_start_and_says_why(int hours)
    {
        await using var trial = await Trial.BeginAsync($"clock {hours:+0;-0} h", server, output);
        using var clock = FakeClock.Right();
        clock.Jump(hours);
        await trial.Fleet.JoinAsync();
        var start = () => trial.Fleet.JoinAsync(trial.Fleet.Start() with { Settings = clock.Settings });
        (await start.Should().ThrowAsync<InvalidOperationException>())
            .WithMessage("*This machine's clock is 1.0*Set it*");
    }

    [Fact(Explicit = true)]
    public async Task The_database_fails_over_to_its_synchronous_standby()
    {
        await using var primary = await RunningPostgres.StartAsync();
        var database = await primary.CreateDatabaseAsync();
        await using var standby = await primary.StartStandbyAsync();
        var after = database.At($"127.0.0.1:{standby.Port}");
        await using var trial = await Trial.BeginAsync("fail over to the standby", database, output);
        var both = database.At($"127.0.0.1:{primary.Port},127.0.0.1:{standby.Port}");
        await trial.Fleet.JoinAsync(trial.Fleet.Start(both));
        await trial.Fleet.JoinAsync(trial.Fleet.Start(both));
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            await primary.KillAsync();
            await standby.PromoteAsync();
            await trial.NextSuccessAsync("writes again after");
        });
        await trial.MovedAsync(after);
        await trial.JudgeAsync();
    }

    [Fact(Explicit = true)]
    public async Task The_disk_of_the_database_is_full()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 512);
        Assert.SkipWhen(disk is null, "A small disk can be mounted by root only.");
        await using var postgres = await RunningPostgres.StartAsync(new() { Parent = disk.Path });
        await using var trial = await Trial.BeginAsync("disk full", await postgres.CreateDatabaseAsync(), output);
        await trial.Fleet.JoinAsync(2);
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            await disk.FillAsync();
            await Task.Delay(TimeSpan.FromSeconds(8));
            trial.Tell("requests without an answer while full", $"{trial.Load.Errors}");
            disk.Free();
            // A server that could not write its log has given up; its operator starts it again.
            await postgres.KillAsync();
            await postgres.StartAgainAsync();
            await trial.NextSuccessAsync("writes again after");
        });
        await trial.JudgeAsync();
    }

    [Fact(Explicit = true)]
    public async Task A_silo_joins()
    {
        await using var trial = await Trial.BeginAsync("a second silo joins", server, output);
        await trial.Fleet.JoinAsync();
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            await trial.Fleet.JoinAsync();
            trial.Tell("even after", await trial.EvenAsync(TimeSpan.FromSeconds(15)));
        });
        var silos = await trial.SilosAsync();
        trial.Tell("actors", string.Join(" and ", silos.Select(silo => silo.Actors)));
        silos.Should().HaveCount(2).And.OnlyContain(silo => silo.Actors > 0);
        await trial.JudgeAsync(noErrors: true);
    }

    [Fact(Explicit = true)]
    public async Task The_database_is_slow()
    {
        await using var trial = await Trial.BeginAsync("database 200 ms away", server, output);
        await trial.SlowlyAsync(server.Postgres.Port, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(8));
    }

    [Fact(Explicit = true)]
    public async Task A_silo_is_cut_from_the_database()
    {
        await using var trial = await Trial.BeginAsync("cut one of three from the database", server, output);
        await using var proxy = new TcpProxy(server.Postgres.Port);
        await trial.Fleet.JoinAsync(2);
        var cut = await trial.Fleet.JoinAsync(trial.Fleet.Start(proxy.Before(trial.Postgres)));
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            proxy.Cut();
            trial.Tell("says that it is not ready after", await cut.BecomesAsync(ready: false, Cut));
            proxy.Mend();
            trial.Tell("ready again after", await cut.BecomesAsync(ready: true, Cut));
        });
        await trial.JudgeAsync();
    }

    [Fact(Explicit = true)]
    public async Task All_are_restarted_one_after_the_other()
    {
        await using var trial = await Trial.BeginAsync("rolling restart of three", server, output);
        var all = await trial.Fleet.JoinAsync(3);
        await trial.UnderLoadAsync(Afterwards, async () =>
        {
            var longest = TimeSpan.Zero;
            foreach (var member in all)
            {
                var told = trial.Load.Elapsed;
                await member.Node.SignalAsync("TERM");
                (await member.Node.GoneAsync()).Should().Be(0);
                var took = trial.Load.Elapsed - told;
                longest = took > longest ? took : longest;
                await trial.Fleet.ReplaceAsync([member], samePorts: true);
            }
            trial.Tell("slowest to leave", longest);
        });
        await trial.JudgeAsync();
    }
}
