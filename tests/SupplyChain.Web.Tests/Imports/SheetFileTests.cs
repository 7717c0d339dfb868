using System.Text;
using MiniExcelLibs;

namespace SupplyChain.Imports;

/// <summary>Workbooks are imported as the CSV file of their first sheet.</summary>
public sealed class SheetFileTests
{
    [Fact]
    public async Task The_first_sheet_is_read_with_days_numbers_and_quotes()
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(new[]
        {
            Row("SO-1", new(2026, 8, 13), new(2026, 8, 13, 9, 30, 0), 5, "a \"b\", c"),
            Row("007", new(2026, 1, 2), new(2026, 1, 2, 1, 2, 3), 1.25, ""),
        });
        workbook.Position = 0;

        (await TextAsync(workbook)).Should().Be(
            "order,day,at,units,text\n"
            + "SO-1,2026-08-13,2026-08-13T09:30:00,5,\"a \"\"b\"\", c\"\n"
            + "007,2026-01-02,2026-01-02T01:02:03,1.25,\n");
    }

    [Fact]
    public async Task What_is_no_workbook_says_so_and_a_sheet_may_not_grow_beyond_bounds()
    {
        var noWorkbook = () => TextAsync(new MemoryStream("order;line\n"u8.ToArray()));
        await noWorkbook.Should().ThrowAsync<InvalidDataException>().WithMessage("*cannot be read as an .xlsx*");

        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(Enumerable.Range(0, 5_000).Select(row => new { row, text = new string('x', 100) }));
        workbook.Position = 0;
        var tooLarge = () => TextAsync(workbook, 10_000);
        await tooLarge.Should().ThrowAsync<InvalidDataException>().WithMessage("*too large*");
        SheetFile.Is("Orders.XLSX").Should().BeTrue();
        SheetFile.Is("orders.csv").Should().BeFalse();
    }

    private static Dictionary<string, object> Row(
        string order, DateTime day, DateTime at, double units, string text) => new()
        {
            ["order"] = order, ["day"] = day, ["at"] = at, ["units"] = units, ["text"] = text,
        };

    private static async Task<string> TextAsync(Stream workbook, long mostBytes = 1_000_000)
    {
        await using var csv = await SheetFile.AsCsvAsync(workbook, mostBytes, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(csv, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
