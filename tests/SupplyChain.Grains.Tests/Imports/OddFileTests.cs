using System.IO.Compression;
using System.Text;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Imports;

/// <summary>A file that is not as expected says what was found and what to do.</summary>
public sealed class OddFileTests
{
    private const string Heading = "order;line;customer;country;sku;quantity;wanted by;warehouse;value;currency";
    private const string Text = Heading + "\nPO-1;1;ACME;Österreich;BOLT;5;;;;\n";
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("windows-1252", null, "windows-1252")]
    [InlineData("windows-1252", "utf-8", "windows-1252")]
    [InlineData("utf-8", "windows-1252", "utf-8")]
    [InlineData(null, "windows-1252", "windows-1252")]
    [InlineData(null, "ISO-8859-15", "iso-8859-15")]
    [InlineData("ISO-8859-1", null, "iso-8859-1")]
    [InlineData(null, null, "utf-8")]
    [InlineData("utf-16le", null, "utf-16")]
    [InlineData("utf-16", null, "utf-16")]
    [InlineData("utf-16be", null, "utf-16BE")]
    [InlineData(null, "UTF-16BE", "utf-16BE")]
    public async Task The_request_names_the_encoding_else_the_profile_else_it_is_UTF8(
        string? charset, string? encoding, string written)
    {
        var plan = await Read(TextEncoding.Find(written)!.GetBytes(Text), Profile(encoding), charset);

        plan.Orders.Single().Rows.Single().Country.Should().Be("AT");
    }

    [Theory]
    [InlineData("utf-8", null, null)]
    [InlineData("utf-8", "utf-8", "windows-1252")]
    [InlineData("utf-8", null, "windows-1252")]
    [InlineData("utf-16", null, null)]
    [InlineData("utf-16", "utf-16", "windows-1252")]
    [InlineData("utf-16BE", null, null)]
    [InlineData("utf-16BE", "utf-16", null)]
    [InlineData("utf-32", null, null)]
    public async Task A_byte_order_mark_says_what_the_encoding_is(string written, string? charset, string? encoding)
    {
        var plan = await Read(Marked(written), Profile(encoding), charset);

        plan.Orders.Single().Rows.Single().Country.Should().Be("AT");
    }

    [Theory]
    [InlineData("utf-16", "windows-1252", "*byte order mark of utf-16*charset=windows-1252*")]
    [InlineData("utf-8", "utf-16", "*byte order mark of utf-8*charset=utf-16*")]
    public async Task A_mark_that_the_request_contradicts_is_told(string written, string charset, string message) =>
        await Refused(Marked(written), message, charset: charset);

    [Theory]
    [InlineData("windows-1252", null,
        "Row 1, column 'country': '\uFFFDsterreich' holds bytes that are not utf-8*--charset windows-1252*"
        + "\"encoding\": \"windows-1252\"*")]
    [InlineData("windows-1252", "us-ascii", "Row 1, *not us-ascii, as the request says*")]
    [InlineData("utf-8", "windows-1252", "The text is UTF-8, not windows-1252, as the request says: *charset=utf-8*")]
    [InlineData("utf-16le", null, "*without a byte order mark (utf-16le)*charset=utf-16le*")]
    [InlineData("utf-16be", null, "*without a byte order mark (utf-16be)*charset=utf-16be*")]
    [InlineData("utf-16be", "utf-16le", "*without a byte order mark (utf-16be)*")]
    [InlineData("utf-16le", "windows-1252", "*without a byte order mark (utf-16le)*")]
    [InlineData("utf-8", "utf-16", "The text is not utf-16, as the request says*charset=utf-8*")]
    public async Task Bytes_of_another_encoding_are_told(string written, string? charset, string message) =>
        await Refused(TextEncoding.Find(written)!.GetBytes(Text), message, charset: charset);

    [Fact]
    public async Task A_wrong_encoding_is_found_however_late_its_first_letter_comes()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_000).Select(line => $"PO-{line};1;ACME;AT;BOLT;5;;;;\n"));

        await Refused(
            Encoding.UTF8.GetBytes($"{Heading}\n{rows}PO-0;1;ACME;Österreich;BOLT;5;;;;\n"), "The text is UTF-8, not*",
            charset: "iso-8859-1");
    }

    [Theory]
    [InlineData(",", "*a comma stands between*says a semicolon*\"delimiter\": \",\"*sep=,*")]
    [InlineData("\t", "*a tabulator stands between*\"delimiter\": \"\\t\"*")]
    [InlineData("|", "*a vertical bar stands between*\"delimiter\": \"|\"*")]
    public async Task Another_delimiter_is_told(string delimiter, string message) =>
        await Refused(Encoding.UTF8.GetBytes(Text.Replace(";", delimiter, StringComparison.Ordinal)), message);

    [Fact]
    public async Task Another_delimiter_is_told_also_where_it_is_not_the_only_fault() => await Refused(
        Encoding.UTF8.GetBytes("order,line,customer,country,sku,quantity,value,currency\n"),
        "*a comma stands between*Then still column 'wanted by' is missing, column 'warehouse' is missing.");

    [Theory]
    [InlineData("sep=,\n", ",")]
    [InlineData("sep=,\r\n", ",")]
    [InlineData("\"sep=,\"\n", ",")]
    [InlineData("SEP=;\n", ";")]
    [InlineData("sep=\t\r", "\t")]
    [InlineData("sep=^\n", "^")]
    public async Task The_first_line_may_name_the_delimiter_and_is_no_row(string line, string delimiter)
    {
        foreach (var encoding in new[] { "utf-8", "utf-16" })
        {
            var text = line + Text.Replace(";", delimiter, StringComparison.Ordinal);

            var plan = await Read(Marked(encoding, text), Profile(null));

            plan.Orders.Single().Rows.Single().Number.Should().Be(1);
        }
    }

    [Theory]
    [InlineData("sep=\n")]
    [InlineData("sep=||\n")]
    public async Task A_first_line_that_names_no_delimiter_is_told(string line) =>
        await Refused(Encoding.UTF8.GetBytes(line + Text), "The first line, 'sep=*");

    [Fact]
    public async Task A_first_line_that_names_a_wrong_delimiter_is_told() =>
        await Refused(
            Encoding.UTF8.GetBytes("sep=,\n" + Text), "*a semicolon stands between*its first line says a comma*");

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><body>Sign in</body></html>", "*is an HTML page*")]
    [InlineData("\r\n  <html lang=\"en\">", "*is an HTML page*")]
    [InlineData("<table><tr><td>order</td></tr></table>", "*is an HTML page*")]
    [InlineData("<?xml version=\"1.0\"?><Orders/>", "*is XML*")]
    [InlineData("{\"orders\": []}", "*is JSON*")]
    [InlineData("[{\"order\": 1}]", "*is JSON*")]
    [InlineData("--x1\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\norder;line", "*wrapped in a form*")]
    [InlineData("PK\u0003\u0004....[Content_Types].xml", "*is a spreadsheet*Save the sheet as CSV*")]
    [InlineData("PK\u0003\u0004....orders.csv", "*is a zip archive*")]
    [InlineData("%PDF-1.7", "*is a PDF*")]
    [InlineData("hello", "*does not fit*It has one column, 'hello'*")]
    [InlineData("Order;line;customer\n", "*'order' is missing*It has 'Order', 'line', 'customer'*")]
    [InlineData("", "*is empty*")]
    public async Task What_is_no_CSV_is_told(string file, string message)
    {
        await Refused(Encoding.UTF8.GetBytes(file), message);
        await Refused(Packed(Encoding.UTF8.GetBytes(file)), message);
    }

    [Fact]
    public async Task An_old_spreadsheet_and_zeros_are_told()
    {
        await Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0], "*old Office file*");
        await Refused(new byte[1_000], "*no text*zero bytes*");
        await Refused(Packed(Packed(Encoding.UTF8.GetBytes(Text))), "*gzip within gzip*");
    }

    [Fact]
    public async Task Wherever_a_gzip_file_is_cut_off_it_is_told()
    {
        var whole = Packed(Encoding.UTF8.GetBytes(Text + Rows(200)));
        (await Read(whole, Profile(null))).Rows.Should().Be(201);

        for (var length = 2; length < whole.Length; length += length < whole.Length - 30 ? 17 : 1)
            await Refused(whole[..length], "The gzip file is cut off or damaged*");
    }

    [Fact]
    public async Task A_gzip_file_with_a_wrong_byte_is_told()
    {
        var broken = Packed(Encoding.UTF8.GetBytes(Text + Rows(200)));
        broken[broken.Length / 2] ^= 0x55;

        await FluentActions.Awaiting(() => Read(broken, Profile(null))).Should().ThrowAsync<ImportFileException>();
        await Refused([0x1f, 0x8b, 8, 0, 1, 2, 3], "The gzip file is cut off or damaged*");
    }

    [Fact]
    public async Task Gzip_members_one_after_another_are_one_file()
    {
        var plan = await Read(
            [.. Packed(Encoding.UTF8.GetBytes(Text)), .. Packed(Encoding.UTF8.GetBytes(Rows(3)))], Profile(null));

        plan.Rows.Should().Be(4);
    }

    [Theory]
    [InlineData("PO-2;1;\"ACME;AT;BOLT;5;;;;\nPO-3;1;ACME;AT;BOLT;5;;;;\n", "Row 2 cannot be read: *quote*")]
    [InlineData("PO-2;1;\"ACME;AT;BOLT;5;;;;\nPO-3;1;\"ACME\";AT;BOLT;5;;;;\n", "Row 2 cannot be read: *quote*")]
    [InlineData("PO-2;1;\"ACME;AT;BOLT;5;;;;\nPO-3;1;A\";AT;BOLT;5;;;;;\n", "Row 2 runs over*none is placed*")]
    public async Task A_quote_that_swallows_rows_lets_no_order_be_placed(string rows, string message) =>
        await Refused(Encoding.UTF8.GetBytes(Text + rows), message);

    private static string Rows(int count) =>
        string.Concat(Enumerable.Range(2, count).Select(
            line => $"PO-{line};1;ACME-{line * 7919 % 1000};AT;BOLT;{line};;;;\n"));

    private static byte[] Marked(string encoding, string text = Text)
    {
        var found = TextEncoding.Find(encoding)!;
        return [.. found.GetPreamble(), .. found.GetBytes(text)];
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static async Task Refused(byte[] file, string message, string? charset = null) =>
        await FluentActions.Awaiting(() => Read(file, Profile(null), charset))
            .Should().ThrowAsync<ImportFileException>().WithMessage(message);

    private static ImportProfile Profile(string? encoding) => Profiles.Orders(
        encoding is null ? "" : $"\"encoding\": \"{encoding}\",", "\"Österreich\": \"AT\",");

    private static async Task<ImportPlan> Read(byte[] bytes, ImportProfile profile, string? charset = null)
    {
        var planner = new ImportPlanner(profile, Now, new());
        using var file = new MemoryStream(bytes);
        await ImportFile.ReadAsync(file, profile, charset, planner, 100_000);
        return planner.Plan();
    }
}
