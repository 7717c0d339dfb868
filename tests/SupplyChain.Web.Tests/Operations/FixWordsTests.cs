using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations;

public sealed class FixWordsTests
{
    private static readonly DateOnly Today = new(2026, 8, 13);

    private static readonly ExceptionEntry Entry = new(
        "AtRisk/shipment/S-1", ExceptionKind.AtRisk, ExceptionStatus.Open, "shipment/S-1", default, 80, "", "",
        "SO-1", [1], ["PUMP-1"], "HAM", "S-1", "ACME", 3, new(2026, 8, 12), new(2026, 8, 14));

    [Theory]
    [InlineData(ShipmentStatus.Planned, true)]
    [InlineData(ShipmentStatus.Packed, true)]
    [InlineData(ShipmentStatus.Dispatched, false)]
    public void What_has_left_can_neither_be_cancelled_nor_promised_anew(ShipmentStatus status, bool possible)
    {
        var seen = Seen(status: status);

        Possible(FixAction.CancelShipment, seen).Should().Be(possible);
        Possible(FixAction.AgreeDate, seen).Should().Be(possible);
        if (!possible)
            FixWords.ByHand(Entry, seen)!.Value.Path.Should().Be("/shipments/S-1?do=milestone");
    }

    [Fact]
    public void A_day_that_has_passed_is_no_date_to_agree() => FixWords.IsPossible(
        new(FixAction.AgreeDate, ""), Entry, Seen(), new(2026, 8, 15)).Should().BeFalse();

    [Theory]
    [InlineData(5, 3, true)]
    [InlineData(0, 3, false)]
    [InlineData(5, 1, false)]
    public void Only_what_waits_and_is_not_first_is_expedited(long waiting, int priority, bool possible) =>
        Possible(FixAction.Expedite, Seen(waiting, priority)).Should().Be(possible);

    [Fact]
    public void What_is_not_read_yet_is_not_ruled_out() =>
        new[] { FixAction.AgreeDate, FixAction.CancelShipment, FixAction.Expedite, FixAction.Resource }
            .Should().OnlyContain(action => Possible(action, null));

    [Fact]
    public void What_is_late_in_its_warehouse_is_for_the_people_there() =>
        FixWords.ByHand(Entry with { Kind = ExceptionKind.Late, Shipment = null }, Seen())!.Value.Path
            .Should().Be("/shipments/S-1");

    [Fact]
    public void What_is_resolved_is_for_nobody() =>
        FixWords.ByHand(Entry with { Status = ExceptionStatus.Resolved }, Seen()).Should().BeNull();

    private static bool Possible(FixAction action, ExceptionSeen? seen) =>
        FixWords.IsPossible(new(action, ""), Entry, seen, Today);

    private static ExceptionSeen Seen(
        long waiting = 0, int priority = 3, ShipmentStatus status = ShipmentStatus.Planned)
    {
        var order = new OrderDetails(
            "SO-1", OrderStatus.Released, 4, "ACME", priority, default(DateTimeOffset), null, new("FR"),
            new OrderPolicy(), [new(1, "PUMP-1", 80, 0, waiting, 0, 0, 0, null, null, null, null)], [], ["S-1"], null,
            null);
        var shipment = new ShipmentDetails(
            "S-1", "SO-1", "HAM", "Truck", null, null, null, null, status, null,
            [new ShipmentLine(1, "PUMP-1", 80, 0, 0, 0)], new Eta(null, "unknown"), null, [], 4);
        var none = new Dictionary<string, string>();
        return new(
            Entry.Id, new(order, [shipment], [], none, none, default), null, null, null, none, default);
    }
}
