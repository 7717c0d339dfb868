using Bunit;

namespace SupplyChain.Imports;

/// <summary>What a run did or would do, and the refused rows as they stand in the file.</summary>
public sealed class ReportTests : IDisposable
{
    private static readonly ImportReport Report = new(
        "IMP-1", "orders", true, ImportStatus.Completed, 100, 60, 38, 2, 1, 0,
        [
            Refused(7, "Qty", "'0' is outside what is possible."), Refused(9, "Country", "The cell is empty."),
            new(3, "Ordered", ImportSeverity.Warning, "unknown", "'soon' is kept as unknown."),
        ]);

    private static readonly SentRows Sent = new(
        ";", ["PO", "Country", "Qty", "Colour"],
        [new(7, ["PO-7", "DE", "0", "red"]), new(9, ["PO-9", "", "4", "blue"])], null);

    private readonly BunitContext _page = new();

    public void Dispose() => _page.Dispose();

    [Fact]
    public void A_refusal_stands_beside_its_cell_and_the_first_refused_row_below()
    {
        var sheet = Sheet();

        sheet.FindAll(".findings tbody tr").Should().HaveCount(2);
        sheet.Find("tr.sel").TextContent.Should().Contain("7").And.Contain("Qty").And.Contain("'0' is outside");
        sheet.Find(".sent-row h3").TextContent.Should().Be("Row 7 as it stands in the file");
        Cells(sheet).Should().Equal("Qty, refused: 0", "PO: PO-7", "Country: DE");
        sheet.Find(".sent-row a:not(.off)").GetAttribute("href").Should().Be("refused/9");
    }

    [Fact]
    public void Another_refused_row_is_named_by_the_address()
    {
        var sheet = Sheet(row: 9);

        Cells(sheet).Should().Equal("Country, refused: (empty)", "PO: PO-9", "Qty: 4");
        sheet.Find(".sent-row").TextContent.Should().Contain("2 of 2");
    }

    [Fact]
    public void What_is_kept_as_unknown_has_a_tab_of_its_own()
    {
        var sheet = Sheet(show: "unknown");

        sheet.FindAll(".findings tbody tr").Should().ContainSingle()
            .Which.TextContent.Should().Contain("'soon' is kept as unknown.");
        sheet.Find(".tabs a[aria-current]").TextContent.Should().Be("Kept as unknown 1");
        sheet.FindAll(".sent-row").Should().BeEmpty();
    }

    [Fact]
    public void The_bar_shows_each_part_however_small()
    {
        var widths = Sheet().FindAll(".stackbar rect")
            .Select(part => (part.ClassName, part.GetAttribute("width"))).ToArray();

        widths.Should().Equal(("f-good", "599"), ("f-idle", "379"), ("f-bad", "19"));
    }

    [Fact]
    public void Without_the_file_the_row_says_where_its_cells_are()
    {
        var sheet = _page.Render<ReportSheet>(page => page
            .Add(one => one.Report, Report).Add(one => one.Url, (show, row) => $"{show}/{row}"));

        sheet.Find(".sent-row").TextContent.Should().Contain("Its cells are in the CSV file of the refused rows.");
    }

    private static ImportFinding Refused(int row, string column, string message) =>
        new(row, column, ImportSeverity.Error, "invalid", message);

    private static IEnumerable<string> Cells(IRenderedComponent<ReportSheet> sheet) =>
        sheet.FindAll(".cells div").Select(cell =>
            $"{cell.QuerySelector("dt")!.TextContent}: {cell.QuerySelector("dd")!.TextContent}");

    private IRenderedComponent<ReportSheet> Sheet(string? show = null, int? row = null) =>
        _page.Render<ReportSheet>(page => page
            .Add(one => one.Report, Report)
            .Add(one => one.Sent, Sent)
            .Add(one => one.Used, new HashSet<string> { "PO", "Country", "Qty" })
            .Add(one => one.Show, show)
            .Add(one => one.Row, row)
            .Add(one => one.Url, (shown, at) => $"{shown}/{at}"));
}
