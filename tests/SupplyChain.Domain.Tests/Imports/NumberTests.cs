using System.Globalization;
using CsCheck;
using FluentAssertions;
using Xunit;
using static SupplyChain.Imports.Deliveries;

namespace SupplyChain.Imports;

/// <summary>A number that can mean two things is a fault, never a guess.</summary>
public class NumberTests
{
    private const string German = "\"decimalSeparator\": \",\", \"groupSeparator\": \".\"";
    private const string English = "\"decimalSeparator\": \".\", \"groupSeparator\": \",\"";
    private const string Swiss = "\"decimalSeparator\": \".\", \"groupSeparator\": \"'\"";
    private const string French = "\"decimalSeparator\": \",\", \"groupSeparator\": \" \"";
    private const string Comma = "\"decimalSeparator\": \",\"";
    private const string Point = "\"decimalSeparator\": \".\"";
    private const string Grouped = "\"groupSeparator\": \".\"";

    [Theory]
    [InlineData("", "1250", "1250")]
    [InlineData("", "12.5", "12.5")]
    [InlineData("", "12.50", "12.50")]
    [InlineData("", "1250.75", "1250.75")]
    [InlineData("", "12.5000", "12.5000")]
    [InlineData("", "0.125", "0.125")]
    [InlineData("", "1234.567", "1234.567")]
    [InlineData("", ".5", "0.5")]
    [InlineData(Point, "1.250", "1.250")]
    [InlineData(Comma, "1,250", "1.250")]
    [InlineData(Comma, "125,50", "125.50")]
    [InlineData(Comma, "1250", "1250")]
    [InlineData(German, "1.250", "1250")]
    [InlineData(German, "1.250,50", "1250.50")]
    [InlineData(German, "1.234.567,8", "1234567.8")]
    [InlineData(German, "1250,5", "1250.5")]
    [InlineData(English, "1,250", "1250")]
    [InlineData(English, "1,250.50", "1250.50")]
    [InlineData(Swiss, "1'250.50", "1250.50")]
    [InlineData(Swiss, "1’250.50", "1250.50")]
    [InlineData(French, "1 250,50", "1250.50")]
    [InlineData(French, "1\u00A0250,50", "1250.50")]
    [InlineData(French, "1\u202F250,50", "1250.50")]
    [InlineData(Grouped, "1.250", "1250")]
    public void A_number_is_what_the_profile_says(string settings, string text, string amount)
    {
        var (row, findings) = Read(settings, text);

        findings.Should().BeEmpty();
        row!.Value!.Amount.ToString(CultureInfo.InvariantCulture).Should().Be(amount);
    }

    [Theory]
    [InlineData("", "1.250", "ambiguous", "*1.250 or 1250*\"decimalSeparator\": \".\"*\"groupSeparator\": \".\"*")]
    [InlineData("", "1,250", "ambiguous", "*1.250 or 1250*\"decimalSeparator\": \",\"*\"groupSeparator\": \",\"*")]
    [InlineData("", "999.000", "ambiguous", "*")]
    [InlineData("", "125,50", "unreadable", "*\"decimalSeparator\": \",\"*")]
    [InlineData("", "1.250,00", "unreadable", "*\"decimalSeparator\": \",\" and \"groupSeparator\": \".\"*")]
    [InlineData("", "1,250.00", "unreadable", "*\"decimalSeparator\": \".\" and \"groupSeparator\": \",\"*")]
    [InlineData("", "1.250.000", "unreadable", "*\"groupSeparator\": \".\"*")]
    [InlineData("", "1'250.00", "unreadable", "*\"groupSeparator\": \"'\"*")]
    [InlineData("", "1 250", "unreadable", "*\"groupSeparator\": \" \"*")]
    [InlineData("", "12.50 EUR", "unreadable", "*is no number*")]
    [InlineData("", "5O", "unreadable", "*is no number*")]
    [InlineData("", "1e3", "unreadable", "*is no number*")]
    [InlineData("", ".", "unreadable", "*is no number*")]
    [InlineData("", "-", "unreadable", "*is no number*")]
    [InlineData("", "٣", "unreadable", "*is no number*")]
    [InlineData("", "1.2.3", "unreadable", "*is no number*")]
    [InlineData(Comma, "1.250", "unreadable", "*\"groupSeparator\": \".\"*")]
    [InlineData(Comma, "12.5", "unreadable", "*")]
    [InlineData(Point, "1,250", "unreadable", "*\"groupSeparator\": \",\"*")]
    [InlineData(Point, "12,5", "unreadable", "*")]
    [InlineData(German, "12.50", "unreadable", "*")]
    [InlineData(German, "1.25,0", "unreadable", "*")]
    [InlineData(German, "1.2500", "unreadable", "*")]
    [InlineData(German, "1250.500", "unreadable", "*")]
    [InlineData(German, "0.125", "unreadable", "*")]
    [InlineData(German, ".125", "unreadable", "*")]
    [InlineData(German, "1..250", "unreadable", "*")]
    [InlineData(German, "1,250.5", "unreadable", "*")]
    [InlineData(German, "1,2,3", "unreadable", "*")]
    [InlineData(German, "1,250.000", "unreadable", "*")]
    [InlineData(Grouped, "12,5", "unreadable", "*\"decimalSeparator\": \",\"*")]
    [InlineData(Grouped, "12.5", "unreadable", "*")]
    public void A_number_that_is_not_as_the_profile_says_is_a_fault_that_names_the_settings(
        string settings, string text, string code, string message)
    {
        var (row, findings) = Read(settings, text);

        row.Should().BeNull();
        var finding = findings.Should().ContainSingle().Subject;
        finding.Code.Should().Be(code);
        finding.Message.Should().Match(message).And.Contain($"'{text}'");
    }

    [Theory]
    [InlineData("", "5.0", 5)]
    [InlineData(Comma, "500,000", 500)]
    [InlineData(German, "1.000", 1000)]
    [InlineData(Point, "1.000", 1)]
    public void Units_are_read_as_any_number_and_are_whole(string settings, string text, long units) =>
        Quantity(settings, text).Row!.Quantity.Should().Be(units);

    [Theory]
    [InlineData("", "1.000", "ambiguous")]
    [InlineData("", "1.5", "unreadable")]
    [InlineData(Comma, "1,5", "unreadable")]
    [InlineData("", "99999999999999999999999999999999", "out-of-range")]
    [InlineData("", "-5", "out-of-range")]
    public void Units_that_are_not_whole_or_not_certain_are_a_fault(string settings, string text, string code) =>
        Quantity(settings, text).Findings.Should().ContainSingle().Which.Code.Should().Be(code);

    [Fact]
    public void Every_amount_reads_back_as_it_was_written_with_groups() =>
        Gen.Long[0, 1_000_000_000_000].Sample(cents =>
        {
            var amount = cents / 100m;
            var text = amount.ToString(
                "N2", new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." });

            Read(German, text).Row!.Value!.Amount.Should().Be(amount);
        });

    private static (ImportRow? Row, Items<FileFinding> Findings) Read(string settings, string amount) =>
        Of(settings, $"Value={amount}");

    private static (ImportRow? Row, Items<FileFinding> Findings) Quantity(string settings, string units) =>
        Of(settings, $"Quantity={units}", "Value=5", "Weight=5", "Freight=5");

    private static (ImportRow? Row, Items<FileFinding> Findings) Of(string settings, params string[] changes)
    {
        var profile = With("\"partial\": true", $"\"partial\": false{(settings.Length > 0 ? ", " : "")}{settings}");
        var findings = new ImportFindings();
        string[] plain = ["Weight=5", "Freight=5", .. changes];
        return (new RowReader(profile, Now).Read(1, Row(plain), findings), findings.Report());
    }
}
