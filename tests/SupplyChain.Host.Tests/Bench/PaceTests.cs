using System.Diagnostics;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>With a rate, what is due does not depend on what was answered.</summary>
public sealed class PaceTests
{
    private const int Clients = 4;
    private const int Rate = 200;

    [Fact]
    public void The_clients_take_turns_at_equal_distances()
    {
        var pace = new Pace(Clients, Rate);

        var due = Enumerable.Range(0, 1_000).Select(i => pace.Due(i % Clients, i / Clients)!.Value).ToArray();

        due.Zip(due.Skip(1), (one, next) => next - one).Should().OnlyContain(
            distance => Math.Abs(distance - Stopwatch.Frequency / Rate) <= 1);
    }

    [Fact]
    public async Task Nothing_begins_before_it_is_due()
    {
        var pace = new Pace(1, 1_000);
        for (var i = 0; i < 20; i++)
        {
            var due = await pace.WaitAsync(0, i, CancellationToken.None);

            due.Should().Be(pace.Due(0, i));
            Stopwatch.GetTimestamp().Should().BeGreaterThanOrEqualTo(due);
        }
    }

    [Fact]
    public async Task Who_is_late_is_told_when_it_was_due()
    {
        var pace = new Pace(1, 1_000_000);
        await Task.Delay(20);

        var due = await pace.WaitAsync(0, 1, CancellationToken.None);

        due.Should().Be(pace.Due(0, 1));
    }

    [Fact]
    public void Without_a_rate_nothing_is_due_at_a_time() => new Pace(Clients, null).Due(0, 1).Should().BeNull();
}
