using System.IO.Compression;
using System.Text;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Imports;

public sealed class ImportFileTests : IDisposable
{
    private const string Heading = "order;line;customer;country;sku;quantity;wanted by;warehouse;value;currency";
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("imports-").FullName;
    private readonly ImportFindings _findings = new();

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Any_line_end_ends_a_row(string end)
    {
        var plan = await Read(string.Join(end, Heading, Row(1), Row(2), Row(3)));

        plan.Orders.Single().Rows.Select(row => row.Line).Should().Equal(1, 2, 3);
        _findings.Report().Should().BeEmpty();
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task A_quoted_cell_may_hold_delimiters_quotes_and_line_ends(string end)
    {
        var file = string.Join(end, Heading, $"PO-2;1;ACME;\"Ger;\"\"{end}many\";BOLT;5;;;;", Row(2)) + end;

        var plan = await Read(file);

        plan.Rows.Should().Be(2);
        _findings.Report().Should().ContainSingle().Which.Message.Should().Contain($"'Ger;\"{end}many'");
        plan.Orders.Single().Rows.Single().Should().BeEquivalentTo(new { Line = 2, Number = 2 });
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_heading() =>
        (await Read('\uFEFF' + $"{Heading}\n{Row(1)}\n")).Orders.Should().ContainSingle();

    [Fact]
    public async Task A_compressed_file_reads_like_a_plain_one()
    {
        var path = Path.Combine(_folder, "file");
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes($"{Heading}\r{Row(1)}"));

        (await ReadFile(path, 10)).Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task Headings_may_come_in_another_order_and_with_others_between()
    {
        var plan = await Read(
            "note;line;order;customer;country;sku;quantity;wanted by;warehouse;value;currency\n"
            + "x;7;PO-1;ACME;DE;BOLT;5;;;;");

        plan.Orders.Single().Rows.Single().Line.Should().Be(7);
    }

    [Fact]
    public async Task A_row_with_too_few_or_too_many_cells_is_refused_and_the_next_is_read()
    {
        var plan = await Read($"{Heading}\nPO-2;1;ACME\nPO-2;2;ACME;DE;BOLT;5;;;;;more\n\n{Row(3)}\n\n");

        plan.Rows.Should().Be(3);
        _findings.Report().Select(finding => (finding.Row, finding.Code))
            .Should().Equal((1, "unreadable"), (2, "unreadable"));
        plan.Orders.Single().Rows.Single().Should().BeEquivalentTo(new { Number = 4, Line = 3 });
    }

    [Fact]
    public async Task Rows_that_say_nothing_are_passed_over_and_keep_their_numbers()
    {
        string[] rows =
        [
            "", ";;;;;;;;;", Heading, Row(1), "", ";;;;;;;;;", " ; ;;;;;;;;", ";;;",
            "PO-2;1;ACME;DE;BOLT;5;;;;\"\"", Row(7), "PO-3;1;\"AC\nME\";DE;BOLT;5;;;;",
            "PO-4;1;ACME;DE;BOLT;5O;;;;", ";;;;;;;;;",
        ];

        var plan = await Read(string.Join('\n', rows));

        plan.Rows.Should().Be(5);
        plan.Orders.SelectMany(order => order.Rows).Select(row => (row.Number, row.Line))
            .Should().BeEquivalentTo([(1, 1), (7, 7), (6, 1)]);
        _findings.Report().Select(finding => (finding.Row, finding.Column))
            .Should().Equal((8, "customer"), (9, "quantity"));
    }

    [Theory]
    [InlineData("order;line;line\nx", 9, "*column 'line' is there twice*'quantity' is missing*")]
    [InlineData("", 9, "*is empty*")]
    [InlineData("\n;;\n", 9, "*is empty*")]
    [InlineData(Heading + "\n;;;;;;;;x;\n;;;;;;;;x;\n", 1, "*more than 1 rows*")]
    public async Task A_file_that_does_not_fit_is_refused_with_the_reason(string file, int maxRows, string message) =>
        await FluentActions.Awaiting(() => Read(file, maxRows))
            .Should().ThrowAsync<ImportFileException>().WithMessage(message);

    [Fact]
    public async Task The_example_of_open_orders_reads_with_its_profile()
    {
        var path = Path.Combine(Repository.Root, "samples", "import-profiles", "orders.csv");

        var plan = await ReadFile(path, 10);

        plan.Orders.Select(order => order.Number.Value).Should().Equal("PO-1001", "PO-1002");
        plan.Orders.Should().OnlyContain(order => !order.Receipts().Any() && order.Release() == null);
        _findings.Report().Select(finding => (finding.Row, finding.Column, finding.Code))
            .Should().Equal((1, "warehouse", "unknown"), (3, "wanted by", "unknown"));
    }

    private static string Row(int line) => $"PO-1;{line};ACME;DE;BOLT;5;;;;";

    private async Task<ImportPlan> Read(string text, int maxRows = 10)
    {
        var path = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(false));
        return await ReadFile(path, maxRows);
    }

    private async Task<ImportPlan> ReadFile(string path, int maxRows)
    {
        var profile = new ImportProfiles(new()).Find("orders")!;
        var planner = new ImportPlanner(profile, Now, _findings);
        await using var file = File.OpenRead(path);
        await ImportFile.ReadAsync(file, profile, null, planner, maxRows);
        return planner.Plan();
    }
}
