using CsCheck;
using FluentAssertions;
using Xunit;
using static SupplyChain.Shipments.MilestoneKind;

namespace SupplyChain.Shipments;

public sealed class DeliveryTests : ShipmentRules
{
    private static readonly Gen<ArrivedUnits> Line = Gen.Select(
        Gen.Int[1, 2], Gen.Long[0, 6], Gen.Long[0, 2], Gen.Long[0, 2],
        (line, delivered, damaged, refused) => new ArrivedUnits(line, delivered, damaged, refused));

    private static readonly Gen<(int Day, ArrivedUnits[] Lines)[]> Scans =
        Gen.Select(Gen.Int[0, 5], Line.Array[0, 3]).Array[1, 8];

    [Fact]
    public void A_scan_without_lines_delivers_everything_well() =>
        DetailsAfter(Reported("M", Delivered, 1)).Lines.Should().Equal(
            new ShipmentLine(1, "PUMP", 10, 10, 0, 0, Now.AddDays(1)),
            new ShipmentLine(2, "HOSE", 4, 4, 0, 0, Now.AddDays(1)));

    [Fact]
    public void A_scan_with_lines_speaks_for_those_only() =>
        DetailsAfter(Reported("M", Delivered, 1, new ArrivedUnits(1, 6, 3, 1))).Lines.Should().Equal(
            new ShipmentLine(1, "PUMP", 10, 6, 3, 1, Now.AddDays(1)), new ShipmentLine(2, "HOSE", 4, 0, 0, 0));

    [Fact]
    public void Deliveries_add_up_and_the_one_that_completes_a_line_dates_it()
    {
        var shipment = After(
            Released, Reported("A", Delivered, 1, new ArrivedUnits(1, 6)), Gone,
            Reported("B", Delivered, 2, new ArrivedUnits(1, 4)));

        shipment.Lines().Should().Equal(
            new CarriedLine(1, "PUMP", 10, 10, 0, 0, Now.AddDays(2)), new CarriedLine(2, "HOSE", 4, 0, 0, 0));
        shipment.Details("SH")!.Eta.Reason.Should().StartWith("Delivered in part, 4 units are still to come.");
        shipment.IsLate(new(2026, 4, 1)).Should().BeTrue("units are missing");
    }

    [Fact]
    public void A_later_scan_without_lines_delivers_what_is_left()
    {
        var shipment = After(
            Released, Reported("A", Delivered, 1, new ArrivedUnits(1, 6)), Gone, Reported("B", Delivered, 2));

        shipment.Lines().Select(line => line.Delivered).Should().Equal(10, 4);
        shipment.Details("SH")!.Eta.Should().Be(new Eta(Now.AddDays(2), "Delivered."));
        shipment.IsLate(new(2026, 4, 1)).Should().BeFalse();
    }

    [Fact]
    public void Scans_are_read_in_the_order_they_happened_those_of_an_unknown_time_last() =>
        DetailsAfter(
            Reported("A", Delivered, null), Reported("B", Delivered, 3),
            Reported("C", Delivered, 2, new ArrivedUnits(1, 1)))
            .Lines[0].DeliveredAt.Should().Be(Now.AddDays(3));

    [Fact]
    public void Its_order_hears_of_every_scan_that_delivers_something_more() =>
        Given(Released, Reported("A", Delivered, 1, new ArrivedUnits(1, 6)), Gone)
            .When(shipment => Shipment.Decide(shipment, new ConfirmProgress(shipment.Version))).ThenAccepted()
            .When(shipment => Shipment.Decide(shipment, Report("B", Delivered, 2), Now)).ThenAccepted()
            .Leaving(shipment => Shipment.UnfinishedWork(shipment).Should().Be(UnfinishedWork.Handover));

    [Fact]
    public void However_goods_are_reported_no_more_arrives_than_left_whatever_the_order_of_the_reports() =>
        Scans.Sample(scans =>
        {
            var reports = scans.Select((scan, i) => Reported(
                $"M-{i}", Delivered, scan.Day, scan.Lines.DistinctBy(line => line.Line).ToArray())).ToArray();
            var lines = After([Released, .. reports]).Lines();

            lines.Should().OnlyContain(line => line.Arrived() <= line.Quantity);
            foreach (var line in lines)
            {
                (line.DeliveredAt is not null).Should().Be(line.Arrived() == line.Quantity);
            }
            After([Released, .. reports.Reverse()]).Lines().Should().Equal(lines);
        });
}
