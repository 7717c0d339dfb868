using System.Diagnostics;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>What counts in a measurement.</summary>
public sealed class TallyTests
{
    private static readonly Outcome Done = new(Operation.Order, null);
    private static readonly Outcome Refused = new(Operation.Order, "refused");

    private readonly MeasuredTime _measured = new();
    private readonly Tally _tally;

    public TallyTests() => _tally = new(_measured);

    [Fact]
    public void The_warm_up_does_not_count()
    {
        _tally.Add(Done, Stopwatch.GetTimestamp());
        _tally.Add(Refused, Stopwatch.GetTimestamp());

        (_tally.Done, _tally.Errors, _tally.Latencies.Count).Should().Be((0, 0, 0));
    }

    [Fact]
    public void What_was_due_in_the_time_is_timed_even_when_it_is_answered_behind_it()
    {
        var now = Stopwatch.GetTimestamp();
        _measured.Begin(now - Ticks(10));
        _measured.End(now - Ticks(1));

        _tally.Add(Done, now - Ticks(5));
        _tally.Add(Done, now - Ticks(11));

        _tally.Done.Should().Be(0);
        _tally.Latencies.Count.Should().Be(1);
    }

    [Fact]
    public void What_was_due_before_the_time_and_answered_in_it_is_done_but_not_timed()
    {
        _measured.Begin(Stopwatch.GetTimestamp());

        _tally.Add(Done, Stopwatch.GetTimestamp() - Ticks(5));

        _tally.DoneOf(Operation.Order).Should().Be(1);
        _tally.Latencies.Count.Should().Be(0);
    }

    [Fact]
    public void What_could_not_even_be_begun_waited_until_the_end()
    {
        var end = Stopwatch.GetTimestamp();
        _measured.Begin(end - Ticks(10));
        _measured.End(end);

        _tally.AddOverdue(end - Ticks(4));

        _tally.Overdue.Should().Be(1);
        _tally.Latencies.Percentile(1).Should().BeApproximately(4_000, 4);
    }

    [Fact]
    public void What_goes_wrong_is_an_error_with_its_reason()
    {
        _measured.Begin(Stopwatch.GetTimestamp());

        _tally.Add(Refused, Stopwatch.GetTimestamp() - Ticks(2));

        (_tally.Done, _tally.Errors).Should().Be((0, 1));
        _tally.Latencies.Count.Should().Be(0);
        _tally.LatenciesOfErrors.Percentile(1).Should().BeApproximately(2_000, 100);
        _tally.Trouble.Should().Equal(new Dictionary<string, int> { ["refused"] = 1 });
    }

    private static long Ticks(int seconds) => seconds * Stopwatch.Frequency;
}
