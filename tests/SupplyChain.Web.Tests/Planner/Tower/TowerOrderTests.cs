using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>Which shipment a planner sees first.</summary>
public sealed class TowerOrderTests
{
    private static readonly DateOnly Promise = new(2026, 8, 6);

    [Fact]
    public void What_went_wrong_comes_first_then_late_then_at_risk_then_unknown_then_on_time()
    {
        ShipmentSummary[] all =
        [
            Shipment("ON-TIME", ShipmentStanding.OnTime, 0),
            Shipment("UNKNOWN", ShipmentStanding.Unknown, null),
            Shipment("AT-RISK", ShipmentStanding.AtRisk, 4),
            Shipment("LATE", ShipmentStanding.Late, 1),
            Shipment("DAMAGED", ShipmentStanding.OnTime, 0) with { Exception = new("DAMAGED", null) },
        ];

        WorstFirst(all).Should().Equal("DAMAGED", "LATE", "AT-RISK", "UNKNOWN", "ON-TIME");
    }

    [Fact]
    public void Among_equals_the_one_that_arrives_the_most_days_after_its_promise_comes_first_then_the_one_due_first()
    {
        ShipmentSummary[] all =
        [
            Shipment("A", ShipmentStanding.AtRisk, 1),
            Shipment("B", ShipmentStanding.AtRisk, 3),
            Shipment("C", ShipmentStanding.AtRisk, 1, Promise.AddDays(-2)),
            Shipment("D", ShipmentStanding.AtRisk, null),
        ];

        WorstFirst(all).Should().Equal("B", "C", "A", "D");
    }

    [Fact]
    public void The_order_does_not_depend_on_how_they_were_read()
    {
        var all = Enumerable.Range(1, 5).Select(number => Shipment($"S-{number}", ShipmentStanding.Late, 1)).ToArray();

        WorstFirst([.. all.Reverse()]).Should().Equal(WorstFirst(all));
    }

    private static IEnumerable<string> WorstFirst(ShipmentSummary[] all) =>
        all.OrderByDescending(one => one, TowerOrder.WorseLast).Select(one => one.Id.Value);

    private static ShipmentSummary Shipment(
        string id, ShipmentStanding standing, int? daysAfter, DateOnly? promise = null)
    {
        var due = promise ?? Promise;
        DateTimeOffset? eta = daysAfter is { } days
            ? new DateTimeOffset(due.AddDays(days), new TimeOnly(17, 0), TimeSpan.Zero)
            : null;
        return new(
            id, "SO-1", "HAM", "AIR", null, null, ShipmentStatus.InTransit, null, new Eta(eta, ""), due, 3,
            Standing: standing);
    }
}
