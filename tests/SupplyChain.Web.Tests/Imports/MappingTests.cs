using System.Text.Json;
using Bunit;

namespace SupplyChain.Imports;

/// <summary>Columns of a file are mapped by a profile or by hand.</summary>
public sealed class MappingTests : IDisposable
{
    private static readonly ImportPreview Preview = new(
        null, ";", "utf-8", ["PO Number", "Line No.", "Customer", "Country", "Article", "Qty", "Colour"],
        [new(1, ["PO-1", "1", "ACME", "DE", "BOLT", "5", "red"]), new(2, ["PO-2", "1", "ACME", "", "BOLT", "7"])]);

    private readonly BunitContext _page = new();
    private (string? Profile, string? Charset, string? Delimiter) _read;
    private string? _byHand = "not asked";

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Headings_that_are_clear_are_guessed_and_each_field_has_one_column()
    {
        var mapping = new ImportMapping(Preview.Headings) { Name = "branch-files" };

        mapping.Trouble.Should().BeNull();
        mapping["Colour"].Should().BeNull();
        mapping["Colour"] = "quantity";

        mapping["Qty"].Should().BeNull("a field comes from one column");
        mapping["Colour"] = null;
        mapping.Missing.Should().Equal("Quantity");
        mapping.Trouble.Should().Be("No column is chosen for Quantity.");
    }

    [Fact]
    public void What_was_said_by_hand_is_a_profile()
    {
        var mapping = new ImportMapping(Preview.Headings)
        {
            Name = "branch-files", DateFormat = "dd.MM.yyyy", DecimalSeparator = ",", Currency = "eur",
            DefineMissing = true,
        };

        using var profile = JsonDocument.Parse(mapping.ToJson(";", "windows-1252"));

        string? Text(string name) => profile.RootElement.GetProperty(name).GetString();
        (Text("name"), Text("delimiter"), Text("encoding"), Text("decimalSeparator"), Text("currency"))
            .Should().Be(("branch-files", ";", "windows-1252", ",", "EUR"));
        profile.RootElement.GetProperty("defineMissing").GetBoolean().Should().BeTrue();
        profile.RootElement.GetProperty("dateFormats")[0].GetString().Should().Be("dd.MM.yyyy");
        profile.RootElement.GetProperty("fields").EnumerateObject()
            .Select(field => (field.Name, field.Value.GetProperty("columns")[0].GetString()))
            .Should().BeEquivalentTo(
                [("order", "PO Number"), ("line", "Line No."), ("customer", "Customer"), ("country", "Country"),
                    ("sku", "Article"), ("quantity", "Qty")]);
    }

    [Fact]
    public void A_name_that_is_no_name_is_told_before_it_is_sent() =>
        new ImportMapping(Preview.Headings) { Name = "my files" }.Trouble.Should().Contain("my~20files");

    [Fact]
    public void Each_column_stands_beside_what_it_becomes_and_its_first_values()
    {
        var sheet = Sheet(null, "orders");

        var rows = sheet.FindAll("tbody tr");
        rows[0].TextContent.Should().Contain("PO Number").And.Contain("Order number").And.Contain("PO-1");
        rows[6].TextContent.Should().Contain("Colour").And.Contain("not imported");
        sheet.Find(".sh").TextContent.Should().Contain("2 of 7 columns used");
        sheet.Find(".note").TextContent.Should().Contain("“wanted by”", "the profile reads it and the file has it not");
    }

    [Fact]
    public void What_was_guessed_can_be_changed()
    {
        var sheet = Sheet(null, "orders");

        sheet.FindAll("select")[1].Change(",");
        _read.Should().Be(((string?)null, (string?)null, ","));
        sheet.FindAll("select")[2].Change("iso-8859-1");
        _read.Should().Be(((string?)null, "iso-8859-1", (string?)null));
        sheet.FindAll("select")[0].Change("~");
        _byHand.Should().Be("", "a name is still to be found");
    }

    [Fact]
    public void By_hand_a_column_is_given_another_meaning()
    {
        var mapping = new ImportMapping(Preview.Headings);
        var sheet = Sheet(mapping, null);

        sheet.Find("select[aria-label='Colour becomes']").Change("mode");

        mapping["Colour"].Should().Be("mode");
        sheet.FindAll("label").Should().Contain(label => label.TextContent.Contains("Save as profile"));
    }

    private IRenderedComponent<MappingSheet> Sheet(ImportMapping? mapping, string? profile) =>
        _page.Render<MappingSheet>(page => page
            .Add(sheet => sheet.Preview, Preview)
            .Add(sheet => sheet.Profiles, [new(
                "orders", ImportProfileOrigin.Product, ";", null, false,
                [new("PO Number", "order"), new("Qty", "quantity"), new("wanted by", "scheduled")], null)])
            .Add(sheet => sheet.Profile, profile)
            .Add(sheet => sheet.Mapping, mapping)
            .Add(sheet => sheet.OnRead, read => _read = read)
            .Add(sheet => sheet.OnByHand, name => _byHand = name));
}
