using System.Text;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Imports;

public class ImportProfileTests
{
    [Fact]
    public void A_profile_names_each_column_once() =>
        Deliveries.Profile.Headings.Should().OnlyHaveUniqueItems().And.Contain(["PO", "Item", "Vendor", "Quoted"]);

    [Theory]
    [InlineData("\"name\": \"deliveries\"", "\"name\": \"a/b\"", "*'name'*")]
    [InlineData("\"name\": \"deliveries\",", "\"name\": \"deliveries\", \"delimter\": \";\",", "*delimter*")]
    [InlineData("\"name\": \"deliveries\",", "\"name\": \"deliveries\", \"delimiter\": \"||\",", "*'delimiter'*")]
    [InlineData("\"currency\": \"USD\"", "\"currency\": \"dollar\"", "*'currency'*")]
    [InlineData("\"currency\": \"USD\",", "", "*either 'currency' or 'fields.currency'*")]
    [InlineData("\"d-MMM-yy\"", "\"d-MMM\"", "*'d-MMM'*")]
    [InlineData("[\"d-MMM-yy\", \"M/d/yy\"]", "[]", "*'dateFormats' is empty*")]
    [InlineData("{", "{ \"encoding\": \"latin\",", "*'encoding' is 'latin'*windows-1252*")]
    [InlineData("{", "{ \"decimalSeparator\": \"'\",", "*'decimalSeparator' is neither*")]
    [InlineData("{", "{ \"decimalSeparator\": \"\",", "*'decimalSeparator' is neither*")]
    [InlineData("{", "{ \"groupSeparator\": \"_\",", "*'groupSeparator' is none of*")]
    [InlineData("{", "{ \"decimalSeparator\": \".\", \"groupSeparator\": \".\",", "*are the same*")]
    [InlineData("2029", "29", "*'twoDigitYearsUntil'*")]
    [InlineData("\"CI\"", "\"CIV\"", "*'CIV'*")]
    [InlineData("\"quantity\":", "\"qty\":", "*'fields.qty' is no field*'fields.quantity' is required*")]
    [InlineData("\"columns\": [\"PO\"]", "\"columns\": []", "*'fields.order.columns' is empty*")]
    [InlineData("\"columns\": [\"PO\"]", "\"columns\": null", "*not JSON as expected*")]
    [InlineData("\"columns\": [\"PO\"]", "\"columns\": [null]", "*'fields.order' has a null*")]
    [InlineData("{ \"columns\": [\"PO\"] }", "null", "*'fields.order' has a null*")]
    [InlineData("\"CI\"", "null", "*'countries' has a null*")]
    [InlineData("\"d-MMM-yy\"", "null", "*'dateFormats' has a null*")]
    [InlineData("[\"Item\"], \"id\": \"slug\"", "[\"Item\"], \"id\": \"sluggish\"", "*'fields.sku.id'*")]
    [InlineData(
        "\"columns\": [\"Mode\"]", "\"id\": \"slug\", \"columns\": [\"Mode\"]", "*'fields.mode.id' belongs to*")]
    [InlineData("\"^See ASN-\\\\d+$\" },", "\"(\" },", "*'fields.weightKg.otherRow' is no pattern*")]
    [InlineData("\"shipment\": { \"columns\": [\"ASN\"] },", "", "*'fields.shipment' is required*")]
    [InlineData(
        "\"warehouse\": { \"columns\": [\"Vendor\"], \"id\": \"slug\" },", "", "*'fields.warehouse' is required*")]
    [InlineData("{", "", "*not JSON as expected*")]
    public void A_faulty_profile_is_refused_with_what_is_wrong(string part, string instead, string message)
    {
        var at = Deliveries.Json.IndexOf(part, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "the example contains {0}", part);
        var json = Deliveries.Json.Remove(at, part.Length).Insert(at, instead);

        FluentActions.Invoking(() => ImportProfileReader.Read(Encoding.UTF8.GetBytes(json)))
            .Should().Throw<ImportProfileException>().WithMessage(message);
    }

    [Theory]
    [InlineData("29", 2029)]
    [InlineData("30", 1930)]
    public void Two_digits_of_a_year_mean_what_the_profile_says(string digits, int year)
    {
        var findings = new ImportFindings();
        var row = new RowReader(Deliveries.Profile, Deliveries.Now)
            .Read(1, Deliveries.Row($"Scheduled=1-Jan-{digits}"), findings);

        row!.Scheduled!.Value.Year.Should().Be(year);
    }
}
