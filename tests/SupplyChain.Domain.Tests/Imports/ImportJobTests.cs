using FluentAssertions;
using Xunit;
using static SupplyChain.Imports.ImportEvent;

namespace SupplyChain.Imports;

public class ImportJobTests
{
    private static readonly StartImport Start = new("deliveries", false);
    private static readonly Started Begun = new("deliveries", "job", false, "0-0-0");

    private static readonly ImportOutcome Report =
        new("job", "deliveries", false, ImportStatus.Completed, 1, 1, 0, 0, 0, 9, []);

    [Fact]
    public void A_job_is_accepted_once() =>
        ImportJob.Decide(ImportJob.Initial, "job", Start, "0-0-0").Should().Equal(Begun);

    [Fact]
    public void A_job_remembers_the_encoding_its_file_was_sent_with()
    {
        var start = Start with { Charset = "windows-1252" };

        ImportJob.Decide(ImportJob.Initial, "job", start, "0-0-0")
            .Should().Equal(new CharsetNamed("windows-1252"), Begun);
        ImportJob.Decide(After(new CharsetNamed("windows-1252"), Begun), "job", start, "0-0-7").Should().BeEmpty();
        ImportJob.Decide(After(Begun), "job", start, "0-0-7").Refusal.Should().Be(Refusal.Conflict);
    }

    [Fact]
    public void The_same_job_again_changes_nothing() =>
        ImportJob.Decide(After(Begun), "job", Start, "0-0-7").Should().BeEmpty();

    [Fact]
    public void Another_job_under_the_same_number_is_a_conflict() =>
        ImportJob.Decide(After(Begun), "job", Start with { DryRun = true }, "0-0-0")
            .Refusal.Should().Be(Refusal.Conflict);

    [Fact]
    public void An_open_job_is_unfinished_work_until_it_ended()
    {
        ImportJob.UnfinishedWork(ImportJob.Initial).Should().Be(UnfinishedWork.None);
        ImportJob.UnfinishedWork(After(Begun)).Should().Be(UnfinishedWork.Own);
        ImportJob.UnfinishedWork(After(Begun, new Completed(Report))).Should().Be(UnfinishedWork.None);
    }

    [Fact]
    public void The_first_outcome_counts()
    {
        var failed = Report with { Status = ImportStatus.Failed };

        ImportJob.DecideEnded(After(Begun), Report).Should().Equal(new Completed(Report));
        ImportJob.DecideEnded(After(Begun), failed).Should().Equal(new Failed(failed));
        ImportJob.DecideEnded(After(Begun, new Completed(Report)), failed).Should().BeEmpty();
        ImportJob.DecideEnded(ImportJob.Initial, Report).Should().BeEmpty();
    }

    private static ImportJob After(params ImportEvent[] events) =>
        events.Aggregate(ImportJob.Initial, (job, happened) => ImportJob.Evolve(job, happened, Deliveries.Now));
}
