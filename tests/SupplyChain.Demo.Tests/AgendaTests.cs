using FluentAssertions;
using Xunit;

namespace SupplyChain.Demo;

public sealed class AgendaTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly Agenda _agenda = new();

    [Fact]
    public void Errands_are_taken_when_they_are_due_the_earliest_first()
    {
        Plan("b", 2);
        Plan("a", 1);
        Plan("c", 3);
        Taken(2).Should().Equal("a", "b");
        Taken(2).Should().BeEmpty();
        Taken(3).Should().Equal("c");
    }

    [Fact]
    public void A_subject_waits_for_one_errand_only()
    {
        Plan("a", 1);
        Plan("a", 2);
        _agenda.Count.Should().Be(1);
        Taken(5).Should().Equal("a");
        Plan("a", 6);
        Taken(6).Should().Equal("a");
    }

    private void Plan(string subject, int hours) =>
        _agenda.Add(new(Noon.AddHours(hours), subject, _ => Task.CompletedTask));

    private IEnumerable<string> Taken(int hours) =>
        _agenda.TakeUntil(Noon.AddHours(hours)).Select(errand => errand.Subject);
}
