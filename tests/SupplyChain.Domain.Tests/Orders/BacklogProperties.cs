using CsCheck;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Orders;

public sealed class BacklogProperties : BacklogRules
{
    private static readonly string[] Places = ["BER", "PAR", "ROM"];

    private static readonly Gen<WaitingLine> Lines = Gen.Select(
        Gen.Int[1, 6], Gen.Long[0, 9], Gen.Int[1, 5], Gen.Int[0, 3], Gen.Int[0, 3],
        (order, units, priority, days, pin) => Waits($"O-{order}", units, priority, days) with
        {
            OnlyFrom = pin < Places.Length ? [Places[pin]] : null,
        });

    private static readonly Gen<(WaitingLine[] Lines, long[] Stock, int Refused, bool Settle)[]> Stories = Gen.Select(
        Lines.Array[0, 3], Gen.Long[0, 12].Array[3], Gen.Int[0, 7], Gen.Bool).Array[1, 15];

    [Fact]
    public void Whoever_waits_is_served_in_order_and_nobody_gets_what_is_not_there() => Stories.Sample(
        story =>
        {
            var scene = Given();
            foreach (var (turn, ticket) in story.Select((turn, n) => (turn, n + 1)))
            {
                var lines = turn.Lines
                    .DistinctBy(line => line.Owner).Select(line => line with { Ticket = ticket }).ToArray();
                scene = scene.When(backlog => Queue(backlog, lines)).ThenAccepted().Scene;
                var supply = turn.Stock.Select((units, i) => There(Places[i], units)).ToArray();
                var before = scene.State;
                scene = scene.When(backlog => Serve(backlog, supply)).ThenAccepted().Scene;
                ShouldBeFair(before, scene.State, supply);

                var reserved = scene.State.Proposed.Keys.Where(attempt => attempt % 8 != turn.Refused).ToHashSet();
                scene = scene.When(backlog => Backlog.DecideReserved(backlog, reserved)).ThenAccepted().Scene;
                ShouldAddUp(before, scene.State);
                if (turn.Settle)
                {
                    var all = scene.State.Unsettled.Keys.ToItems();
                    scene = scene.When(backlog => Backlog.Decide(
                        backlog, new SettleGrants("O-1", all, Settlement.TakenOver))).Scene;
                    scene.State.Unsettled.Should().BeEmpty();
                }
            }
        },
        iter: 300);

    /// <summary>A line misses units only while nothing it could use is left over, or with a later line.</summary>
    private static void ShouldBeFair(Backlog before, Backlog after, BacklogSupply[] supply)
    {
        var left = supply.ToDictionary(place => place.Warehouse, place => place.Supplies.Total);
        foreach (var grant in after.Proposed.Values)
        {
            left[grant.Warehouse] -= grant.Quantity;
        }
        left.Values.Should().NotContain(units => units < 0, "nobody gets what is not there");
        foreach (var line in before.Queue.Values.Reverse())
        {
            var got = after.Proposed.Values.Where(grant => grant.Owner == line.Owner).ToList();
            got.Sum(grant => grant.Quantity).Should().BeLessThanOrEqualTo(line.Quantity);
            if (got.Sum(grant => grant.Quantity) < line.Quantity)
            {
                left.Where(place => line.OnlyFrom?.Contains(place.Key) ?? true).Sum(place => place.Value)
                    .Should().Be(0, "{0} could have used what is left or went to later lines", line.Owner);
            }
            foreach (var grant in got)
            {
                left[grant.Warehouse] += grant.Quantity;
            }
        }
    }

    private static void ShouldAddUp(Backlog before, Backlog after)
    {
        after.Queue.Keys.Should().BeEquivalentTo(after.Places.Values);
        after.Queue.Values.Should().NotContain(line => line.Quantity <= 0);
        var granted = after.Unsettled.Values.Where(grant => !before.Unsettled.ContainsKey(grant.Attempt)).ToList();
        foreach (var line in before.Queue.Values)
        {
            var waits = after.Queue.Values.Where(other => other.Owner == line.Owner).Sum(other => other.Quantity);
            var got = granted.Where(grant => grant.Owner == line.Owner).Sum(grant => grant.Quantity);
            (waits + got).Should().Be(line.Quantity);
        }
    }
}
