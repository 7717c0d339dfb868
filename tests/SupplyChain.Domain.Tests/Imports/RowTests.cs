using FluentAssertions;
using Xunit;

namespace SupplyChain.Imports;

public class RowTests
{
    [Fact]
    public void A_clean_row_says_everything_and_leaves_no_finding()
    {
        var (row, findings) = Read();

        findings.Should().BeEmpty();
        row.Should().Be(new ImportRow
        {
            Number = 1, Order = "PO-1", Line = 1, Customer = "100-CI", Country = "CI", Sku = "HIV-test-30",
            ProductName = "HIV test, 30", Quantity = 19, Value = new(551.5m, "USD"), Placed = new(2006, 6, 2),
            Scheduled = new(2006, 6, 3), Warehouse = "Ranbaxy-Ltd", WarehouseName = "Ranbaxy Ltd.", Shipment = "ASN-8",
            Mode = "Air", WeightKg = 13, Freight = new(780.34m, "USD"), Delivered = new(2006, 6, 4),
        });
    }

    [Theory]
    [InlineData("Mode=N/A", "Mode", "unknown")]
    [InlineData("Weight=Separately", "Weight", "unknown")]
    [InlineData("Weight=See ASN-304", "Weight", "other-row")]
    [InlineData("Weight=heavy", "Weight", "unreadable")]
    [InlineData("Weight=-1", "Weight", "out-of-range")]
    [InlineData("Freight=Included", "Freight", "unknown")]
    [InlineData("Freight=See ASN-304", "Freight", "other-row")]
    [InlineData("Freight=1,000", "Freight", "ambiguous")]
    [InlineData("Freight=780,34", "Freight", "unreadable")]
    [InlineData("Value=-0.01", "Value", "out-of-range")]
    [InlineData("Value=0.00000000000000000000000000001", "Value", "out-of-range")]
    [InlineData("Value=1234567890.1234567890123456789", "Value", "out-of-range")]
    [InlineData("Scheduled=31-Feb-06", "Scheduled", "unreadable")]
    [InlineData("Scheduled=2006-06-03", "Scheduled", "unreadable")]
    [InlineData("Delivered=soon", "Delivered", "unreadable")]
    [InlineData("Delivered=3-May-26", "Delivered", "out-of-range")]
    [InlineData("ASN=", "ASN", "required")]
    public void A_dirty_cell_is_kept_as_unknown_with_a_warning(string change, string column, string code)
    {
        var (row, findings) = Read(change);

        row.Should().NotBeNull();
        findings.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Row = 1, Column = column, Severity = ImportSeverity.Warning, Code = code });
        var clean = Read().Row!;
        row!.Quantity.Should().Be(clean.Quantity);
        new object?[] { row.Mode, row.WeightKg, row.Freight, row.Value, row.Scheduled, row.Delivered }
            .Count(value => value is null).Should().Be(1);
    }

    [Theory]
    [InlineData("PO=", "PO", "required")]
    [InlineData("PO=a/b", "PO", "malformed-id")]
    [InlineData("ID=x", "ID", "unreadable")]
    [InlineData("ID=0", "ID", "out-of-range")]
    [InlineData("Quantity=", "Quantity", "required")]
    [InlineData("Quantity=0", "Quantity", "out-of-range")]
    [InlineData("Quantity=1.5", "Quantity", "unreadable")]
    [InlineData("Quantity=1.000", "Quantity", "ambiguous")]
    [InlineData("Quantity=5O", "Quantity", "unreadable")]
    [InlineData("Quantity=1000000001", "Quantity", "out-of-range")]
    [InlineData("Country=Atlantis", "Country", "unknown-country")]
    [InlineData("Country=UK", "Country", "unknown-country")]
    [InlineData("Country=ZZ", "Country", "unknown-country")]
    [InlineData("Item=!!!", "Item", "malformed-id")]
    [InlineData("Vendor=", "Vendor", "required")]
    [InlineData("Project=", "Project", "required")]
    public void A_row_without_an_essential_is_refused_with_its_column(string change, string column, string code)
    {
        var (row, findings) = Read(change);

        row.Should().BeNull();
        findings.Where(finding => finding.Column == column).Should().Contain(
            finding => finding.Severity == ImportSeverity.Error && finding.Code == code && finding.Row == 1);
    }

    [Theory]
    [InlineData("Sent=N/A", 2006, 5, 1)]
    [InlineData("Sent=", 2006, 5, 1)]
    public void The_first_column_that_says_a_day_counts(string change, int year, int month, int day)
    {
        var (row, findings) = Read(change);

        row!.Placed.Should().Be(new DateOnly(year, month, day));
        findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Sent=N/A", "Quoted=Not captured", "unknown")]
    [InlineData("Sent=", "Quoted=", "required")]
    [InlineData("Sent=", "Quoted=13/13/06", "unreadable")]
    public void An_order_whose_day_nobody_knows_says_so(string sent, string quoted, string code)
    {
        var (row, findings) = Read(sent, quoted);

        row!.Placed.Should().BeNull();
        findings.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void A_capital_code_is_a_country_without_a_table() => Read("Country=FR").Row!.Country.Should().Be("FR");

    [Theory]
    [InlineData("Country=UK", "did you mean GB?")]
    [InlineData("PO=a/b", "use 'a~2Fb'")]
    public void A_cell_that_is_no_code_or_id_is_told_what_to_write(string change, string hint) =>
        Read(change).Findings.Should().ContainSingle(finding => finding.Severity == ImportSeverity.Error)
            .Which.Message.Should().Contain(hint);

    [Theory]
    [InlineData("HIV, Reveal G3 (30 Tests)", "HIV-Reveal-G3-30-Tests")]
    [InlineData("  --Côte d'Ivoire--  ", "C-te-d-Ivoire")]
    [InlineData("a", "a")]
    [InlineData("?!", "")]
    public void Runs_of_other_characters_become_one_hyphen(string name, string id) => Slug.Of(name).Should().Be(id);

    [Fact]
    public void A_long_name_is_cut_to_100_characters_without_a_hyphen_at_the_end() =>
        Slug.Of(new string('x', 99) + ", more").Should().Be(new string('x', 99));

    private static (ImportRow? Row, Items<FileFinding> Findings) Read(params string[] changes)
    {
        var findings = new ImportFindings();
        var row = new RowReader(Deliveries.Profile, Deliveries.Now).Read(1, Deliveries.Row(changes), findings);
        return (row, findings.Report());
    }
}
