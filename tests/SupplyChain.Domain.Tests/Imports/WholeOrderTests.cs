using CsCheck;
using FluentAssertions;
using Xunit;
using static SupplyChain.Imports.Deliveries;

namespace SupplyChain.Imports;

/// <summary>An order of live business is placed whole or not at all.</summary>
public class WholeOrderTests
{
    [Theory]
    [InlineData("Quantity=5O", "Quantity", "unreadable")]
    [InlineData("Quantity=", "Quantity", "required")]
    [InlineData("Item=", "Item", "required")]
    [InlineData("ID=1", "ID", "duplicate")]
    [InlineData("ID=x", "ID", "unreadable")]
    [InlineData("Project=200-CI", "Project", "disagrees")]
    [InlineData("Project=", "Project", "required")]
    [InlineData("Country=FR", "Country", "disagrees")]
    [InlineData("Country=Atlantis", "Country", "unknown-country")]
    [InlineData("Sent=6/3/06", "Sent", "disagrees")]
    [InlineData("Sent=soon", "Sent", "unreadable")]
    [InlineData("Scheduled=31-Feb-06", "Scheduled", "unreadable")]
    [InlineData("Value=1.250", "Value", "ambiguous")]
    [InlineData("Value=-1", "Value", "out-of-range")]
    [InlineData("Weight=heavy", "Weight", "unreadable")]
    [InlineData("Freight=12,5", "Freight", "unreadable")]
    [InlineData("Mode=Truck", "Mode", "disagrees")]
    [InlineData("Vendor=Cipla", "Vendor", "disagrees")]
    [InlineData("Item=HIV-test 30", "Item", "id-taken")]
    [InlineData("ASN=", "ASN", "required")]
    public void A_faulty_row_holds_back_the_others_of_its_order_and_no_other_order(
        string change, string column, string code)
    {
        var rows = new[]
        {
            Row(), Row("PO=PO-2", "ASN=ASN-9"),
            change.StartsWith("ID", StringComparison.Ordinal) ? Row(change) : Row("ID=2", change), Row("ID=3"),
        };

        var (plan, findings) = ReadLive(rows);

        plan.Orders.Should().ContainSingle().Which.Number.Value.Should().Be("PO-2");
        findings.Refused.Should().Be(3);
        findings.Report().Where(finding => finding.Severity == ImportSeverity.Error)
            .Select(finding => (finding.Row, finding.Column, finding.Code)).Distinct()
            .Should().Equal((1, "", "held-back"), (3, column, code), (4, "", "held-back"));
        findings.Report().Where(finding => finding.Code == ImportCodes.HeldBack)
            .Should().OnlyContain(finding => finding.Message.StartsWith($"Held back by row 3, column '{column}':"));
    }

    [Theory]
    [InlineData("Mode=N/A")]
    [InlineData("Weight=See ASN-304")]
    [InlineData("Sent=N/A", "Quoted=Not captured")]
    [InlineData("Value=")]
    public void What_the_profile_knows_to_be_unknown_is_no_fault(params string[] changes)
    {
        var (plan, findings) = ReadLive(Row(changes));

        plan.Orders.Should().ContainSingle();
        findings.Refused.Should().Be(0);
    }

    [Fact]
    public void Every_fault_of_a_row_is_told_at_once()
    {
        var (_, findings) = ReadLive(Row("Quantity=5O", "Value=1.250", "Scheduled=soon"));

        findings.Report().Select(finding => finding.Column).Should().BeEquivalentTo("Quantity", "Value", "Scheduled");
        findings.Refused.Should().Be(1);
    }

    [Theory]
    [InlineData("PO=")]
    [InlineData("PO=P O")]
    public void A_row_that_lost_its_orders_number_holds_back_the_order_beside_it_that_it_can_belong_to(string lost)
    {
        var (plan, findings) = ReadLive(
            Row("PO=PO-0", "ASN=ASN-7"), Row(), Row(lost, "ID=2"), Row("PO=PO-2", "ASN=ASN-9", "Project=200-CI"));

        plan.Orders.Select(order => order.Number.Value).Should().Equal("PO-0", "PO-2");
        findings.Report().Where(finding => finding.Severity == ImportSeverity.Error)
            .Select(finding => (finding.Row, finding.Code)).Should().Contain((2, "held-back"));
    }

    [Fact]
    public void A_row_that_lost_its_orders_number_holds_back_nothing_it_cannot_belong_to()
    {
        var (plan, _) = ReadLive(Row(), Row("PO=", "ID=1"), Row("PO=PO-2", "ASN=ASN-9"));

        plan.Orders.Should().HaveCount(2, "both have a line 1 already");
    }

    [Fact]
    public void A_row_of_an_order_is_known_by_its_number_whatever_else_is_broken()
    {
        var findings = new ImportFindings();
        var planner = new ImportPlanner(Live, Now, findings);
        planner.Add(1, Row());
        planner.AddBroken(2, "PO-1", false, "The row has 3 cells, the heading 17.");
        planner.Add(3, Row("PO=PO-2", "ASN=ASN-9"));

        planner.Plan().Orders.Select(order => order.Number.Value).Should().Equal("PO-2");
        findings.Report().Select(finding => (finding.Row, finding.Code))
            .Should().Equal((1, "held-back"), (2, "unreadable"));
    }

    [Fact]
    public void A_row_that_is_out_of_place_holds_back_its_neighbours_unless_its_number_is_that_of_another()
    {
        Orders("note").Should().BeEmpty("the number may be in another cell");
        Orders("PO-2").Should().Equal("PO-1");

        static IEnumerable<string> Orders(string said)
        {
            var planner = new ImportPlanner(Live, Now, new());
            planner.Add(1, Row());
            planner.AddBroken(2, said, true, "The row has 18 cells, the heading 17.");
            planner.Add(3, Row("PO=PO-2", "ASN=ASN-9"));
            return planner.Plan().Orders.Select(order => order.Number.Value);
        }
    }

    [Fact]
    public void Nothing_is_defined_for_an_order_that_is_held_back()
    {
        var (plan, _) = ReadLive(
            Row("Item=Gone", "Vendor=Nobody"), Row("ID=2", "Quantity=0", "Item=Gone", "Vendor=Nobody"),
            Row("PO=PO-2", "ASN=ASN-9"));

        plan.Products.Keys.Select(sku => sku.Value).Should().Equal("HIV-test-30");
        plan.Warehouses.Keys.Select(id => id.Value).Should().Equal("Ranbaxy-Ltd");
    }

    [Fact]
    public void An_order_with_more_lines_than_there_can_be_is_held_back()
    {
        var (plan, findings) = ReadLive([.. Enumerable.Range(1, 1_002).Select(line => Row($"ID={line}"))]);

        plan.Orders.Should().BeEmpty();
        findings.Refused.Should().Be(1_002);
    }

    [Fact]
    public void Every_order_is_complete_or_absent_however_rows_are_scattered_and_broken() => Gen.Select(
        Gen.Int[1, 5].Array[1, 40], Gen.Int[0, 8].Array[40]).Sample((orders, dice) =>
        {
            var broken = orders.Where((_, index) => dice[index] == 0).ToHashSet();
            var rows = orders.Select((order, index) => Row(
                $"PO=PO-{order}", $"ID={index + 1}", $"ASN=ASN-{order}",
                dice[index] == 0 ? "Quantity=5O" : "Quantity=5"));

            var (plan, findings) = ReadLive([.. rows]);

            plan.Orders.ToDictionary(order => order.Number.Value, order => order.Rows.Count).Should().BeEquivalentTo(
                orders.Where(order => !broken.Contains(order)).CountBy(order => $"PO-{order}").ToDictionary());
            (plan.Orders.Sum(order => order.Rows.Count) + findings.Refused).Should().Be(plan.Rows);
            findings.Report().Should().HaveCount(findings.Refused);
        });
}
