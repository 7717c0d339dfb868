using FluentAssertions;
using Xunit;

namespace SupplyChain.Operations;

/// <summary>A verification takes as long as it takes, and nobody else waits for it.</summary>
public sealed class VerifyingWhileServing(OneSilo silo) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly World _world = silo.NewWorld();

    public void Dispose() => silo.Verifier.LetGo();

    [Fact]
    public async Task The_actor_answers_while_a_verification_is_under_way()
    {
        silo.Verifier.Hold();
        var ticket = await _world.Verification().Start();
        await silo.Verifier.BeganAsync(Patience);

        var outcome = await _world.Verification().Follow(ticket).WaitAsync(Patience);
        var progress = await _world.Verification().Progress().WaitAsync(Patience);
        await _world.Operations().Status().WaitAsync(Patience);

        (outcome.Report, outcome.Trouble, progress.Running, progress.Last).Should().Be((null, null, true, null));
        progress.StartedAt.Should().NotBeNull();
        silo.Verifier.LetGo();
        ShouldBeWhole(await ReportAsync(ticket));
    }

    [Fact]
    public async Task Who_asks_while_one_is_under_way_gets_the_next_and_shares_it_with_others()
    {
        await _world.Warehouses("WH-1");
        silo.Verifier.Hold();
        var first = await _world.Verification().Start();
        await silo.Verifier.BeganAsync(Patience);
        await _world.Warehouses("WH-2");
        var second = await _world.Verification().Start();
        var third = await _world.Verification().Start();

        silo.Verifier.LetGo();
        var reports = await Task.WhenAll(ReportAsync(first), ReportAsync(second), ReportAsync(third));

        second.Should().Be(third).And.NotBe(first);
        reports.Should().AllSatisfy(ShouldBeWhole);
        reports[1].Events.Should().BeGreaterThanOrEqualTo(reports[0].Events);
        silo.Verifier.Runs.Should().Be(2);
        var progress = await _world.Verification().Progress();
        (progress.Running, progress.EventsRead).Should().Be((false, progress.Last!.Report.Events));
    }

    [Fact]
    public async Task A_caller_of_an_earlier_version_gets_its_report_too()
    {
        ShouldBeWhole(await _world.Operations().Verify().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_verification_that_fails_is_told_to_who_waits_and_the_next_one_is_not_hurt()
    {
        silo.Verifier.Hold();
        var ticket = await _world.Verification().Start();
        await silo.Verifier.BeganAsync(Patience);
        silo.Verifier.LetGo("the disk is gone");

        var trouble = await EndAsync(ticket);
        silo.Verifier.LetGo();

        trouble.Report.Should().BeNull();
        trouble.Trouble.Should().Contain("the disk is gone");
        ShouldBeWhole(await ReportAsync(await _world.Verification().Start()));
    }

    [Fact]
    public async Task Who_waits_for_a_silo_that_has_left_hears_so()
    {
        var lost = new VerifyTicket(Guid.NewGuid(), 1);

        var outcome = await _world.Verification().Follow(lost);

        outcome.Report.Should().BeNull();
        outcome.Trouble.Should().Contain("again is safe");
    }

    /// <summary>
    /// The report is of a run to its end, and nothing of this test's tenant is wrong. Other tests of the silo ask stock
    /// items alone for what documents ask of them, which a verification of the whole journal rightly minds.
    /// </summary>
    private void ShouldBeWhole(VerifyReport report)
    {
        (report.Checked.Count, report.Ok).Should().Be((11, report.Violations.Count == 0));
        report.Violations.Should().NotContain(violation => violation.Message.Contains($"(tenant {_world.Tenant})"));
    }

    private async Task<VerifyReport> ReportAsync(VerifyTicket ticket)
    {
        var end = await EndAsync(ticket);
        end.Trouble.Should().BeNull();
        return end.Report!;
    }

    private async Task<VerifyOutcome> EndAsync(VerifyTicket ticket)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var outcome = await _world.Verification().Follow(ticket);
            if (outcome is not { Report: null, Trouble: null })
                return outcome;
            await Task.Delay(20, deadline.Token);
        }
    }
}
