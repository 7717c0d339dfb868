using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Imports.Deliveries;

namespace SupplyChain.Imports;

public class ImportOrderTests
{
    private static readonly DateTimeOffset Ordered = new(2006, 6, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_row_becomes_receipt_order_release_and_delivery()
    {
        var order = Read(Row()).Plan.Orders.Should().ContainSingle().Subject;

        order.Receipts().Should().Equal((
            new ReceiptId("PO-1~Ranbaxy-Ltd"),
            new RecordReceipt("Ranbaxy-Ltd", [new ReceiptLine("HIV-test-30", 19)], Ordered)));
        order.Place().Should().Be(new PlaceOrder(
            "100-CI", new("CI"),
            [new(1, "HIV-test-30", 19, new WarehouseId("Ranbaxy-Ltd"), new(2006, 6, 3), new(551.5m, "USD"))],
            OccurredAt: Ordered));
        order.Release().Should().Be(new ReleaseOrder(
            OccurredAt.Unknown,
            [new ReleaseShipment("ASN-8", [1], "Air", WeightKg: 13, Freight: new(780.34m, "USD"))]));
        order.Deliveries().Should().Equal((
            new ShipmentId("ASN-8"),
            new RecordMilestone("import-delivered", MilestoneKind.Delivered, Ordered.AddDays(2))));
    }

    [Fact]
    public void What_rows_ask_for_is_acceptable_to_the_actors()
    {
        var order = Read(Row(), Row("ID=2", "ASN=ASN-9"), Row("ID=3", "ASN=")).Plan.Orders[0];

        order.Place().Validate(Now).Count.Should().Be(0);
        order.Release()!.Validate(Now).Count.Should().Be(0);
        order.Receipts().Should().OnlyContain(receipt => receipt.Receipt.Validate(Now).Count == 0);
        order.Deliveries().Should().HaveCount(2).And.OnlyContain(each => each.Milestone.Validate(Now).Count == 0);
    }

    [Fact]
    public void Rows_of_an_order_come_together_wherever_they_are()
    {
        var (plan, _) = Read(Row("ID=1"), Row("PO=PO-2", "ASN=ASN-9", "ID=2"), Row("ID=3"));

        plan.Rows.Should().Be(3);
        plan.Orders.Select(order => order.Number.Value).Should().Equal("PO-1", "PO-2");
        plan.Orders[0].Place().Lines.Select(line => line.Line).Should().Equal(1, 3);
    }

    [Fact]
    public void Weights_and_freights_of_a_shipment_add_up_and_unknown_ones_stay_unknown()
    {
        var order = Read(
            Row("ID=1"), Row("ID=2", "Weight=See ASN-8", "Freight=10"),
            Row("ID=3", "ASN=ASN-9", "Weight=Separately", "Freight=Included"))
            .Plan.Orders[0];

        order.Release()!.Shipments!.Value.Select(shipment => (shipment.WeightKg, shipment.Freight?.Amount))
            .Should().Equal((13, 790.34m), (null, null));
    }

    [Fact]
    public void Goods_delivered_before_they_were_ordered_arrived_when_they_were_delivered() =>
        Read(Row("Delivered=1-Jun-06")).Plan.Orders[0].Receipts().Single().Receipt.OccurredAt
            .Should().Be(OccurredAt.At(Ordered.AddDays(-1)));

    [Fact]
    public void An_unknown_day_of_ordering_is_placed_as_unknown() =>
        Read(Row("Sent=N/A", "Quoted=N/A")).Plan.Orders[0].Place().OccurredAt.Should().Be(OccurredAt.Unknown);

    [Theory]
    [InlineData("ID=1", "ID", "duplicate")]
    [InlineData("Project=200-CI", "Project", "disagrees")]
    [InlineData("Country=FR", "Country", "disagrees")]
    [InlineData("PO=PO-2", "ASN", "other-order")]
    [InlineData("Vendor=Cipla", "Vendor", "disagrees")]
    [InlineData("Delivered=5-Jun-06", "Delivered", "disagrees")]
    [InlineData("Item=HIV-test 30", "Item", "id-taken")]
    [InlineData("Vendor=Ranbaxy (Ltd)", "Vendor", "id-taken")]
    public void A_row_that_contradicts_an_earlier_one_is_refused_and_the_earlier_one_stays(
        string change, string column, string code)
    {
        var (plan, findings) = change.StartsWith("ID", StringComparison.Ordinal)
            ? Read(Row(), Row(change))
            : Read(Row(), Row("ID=2", change));

        findings.Report().Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Row = 2, Column = column, Severity = ImportSeverity.Error, Code = code });
        plan.Orders.Should().ContainSingle().Which.Rows.Should().ContainSingle();
    }

    [Theory]
    [InlineData("Mode=Truck", "Mode")]
    [InlineData("Sent=6/3/06", "Sent")]
    public void A_lesser_contradiction_is_a_warning_and_the_first_row_counts(string change, string column)
    {
        var (plan, findings) = Read(Row(), Row("ID=2", change));

        findings.Report().Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Row = 2, Column = column, Severity = ImportSeverity.Warning, Code = ImportCodes.Disagrees });
        plan.Orders[0].Rows.Should().HaveCount(2);
        plan.Orders[0].Place().OccurredAt.Should().Be(OccurredAt.At(Ordered));
        plan.Orders[0].Release()!.Shipments!.Value.Single().Mode.Should().Be("Air");
    }

    [Fact]
    public void An_order_takes_1_000_lines_and_refuses_the_next()
    {
        var (plan, findings) = Read([.. Enumerable.Range(1, 1_001).Select(line => Row($"ID={line}"))]);

        plan.Orders[0].Rows.Should().HaveCount(1_000);
        findings.Report().Should().ContainSingle().Which.Row.Should().Be(1_001);
    }

    [Fact]
    public void A_receipt_number_that_grows_too_long_is_shortened_to_a_stable_one()
    {
        var po = new string('9', 100);
        var id = Read(Row($"PO={po}")).Plan.Orders[0].Receipts().Single().Id.Value;

        id.Should().Be(Read(Row($"PO={po}"), Row("ID=2", $"PO={po}")).Plan.Orders[0].Receipts().Single().Id.Value);
        Identifier.IsValid(id).Should().BeTrue();
        id.Should().NotBe(Read(Row($"PO={po}", "Vendor=Cipla")).Plan.Orders[0].Receipts().Single().Id.Value);
    }

    [Fact]
    public void A_report_holds_10_000_findings_with_refusals_first_and_counts_all()
    {
        var findings = new ImportFindings();
        for (var row = 1; row <= 10_005; row++)
            findings.Warn(row, "Mode", ImportCodes.Unknown, "");
        findings.Refuse(7, "ID", FaultCodes.Duplicate, "");

        findings.Report().Should().HaveCount(10_000).And.Subject.First().Severity.Should().Be(ImportSeverity.Error);
        (findings.Warnings, findings.Refused).Should().Be((10_005, 1));
    }
}
