using System.Net;
using System.Text;
using MiniExcelLibs;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Exports;

/// <summary>A list as a file: what is in it, how it is asked for, and that nothing in it is calculated.</summary>
public sealed class ExportEndpointTests : IAsyncLifetime
{
    private readonly Website _site = new();
    private readonly List<ListOrders> _asked = [];

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        Orders(Order("ERP-1", "ACME"), Order("ERP-2", "Müller, \"Söhne\""));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_csv_has_a_byte_order_mark_heads_as_the_page_and_a_row_an_order()
    {
        using var answer = await _site.Http.GetAsync("/api/v1/orders/export?format=csv");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8; header=present");
        answer.Content.Headers.ContentDisposition!.FileName.Should().MatchRegex(@"^orders-\d{4}-\d\d-\d\d\.csv$");
        answer.Headers.GetValues("Supplychain-Most-Rows").Should().Equal("250000");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        Encoding.UTF8.GetString(bytes[3..]).Should().Be(
            """"
            Order,Status,Customer,Priority,Placed (UTC),Requested,Units,Backordered,From
            ERP-1,Backordered,ACME,2,2026-02-01T07:00:00Z,2026-03-01,1234,5,"HAM, ROM"
            ERP-2,Backordered,"Müller, ""Söhne""",2,2026-02-01T07:00:00Z,2026-03-01,1234,5,"HAM, ROM"

            """".ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task A_workbook_has_the_same_rows_with_dates_that_are_dates()
    {
        var rows = await WorkbookAsync("/api/v1/orders/export?format=XLSX");
        rows.Should().HaveCount(3);
        rows[0].Should().Equal(
            "Order", "Status", "Customer", "Priority", "Placed (UTC)", "Requested", "Units", "Backordered", "From");
        rows[1].Should().Equal(
            "ERP-1", "Backordered", "ACME", 2d, new DateTime(2026, 2, 1, 7, 0, 0), new DateTime(2026, 3, 1), 1234d, 5d,
            "HAM, ROM");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("＝1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task Text_that_a_spreadsheet_would_calculate_stays_text(string text)
    {
        Orders(Order("ERP-1", text));
        var csv = await TextAsync("/api/v1/orders/export?format=csv&columns=customer");
        var cell = csv[(csv.IndexOf("ERP-1,", StringComparison.Ordinal) + "ERP-1,".Length)..^2];
        cell.Trim('"').Should().Be($"'{text}");

        var workbook = await BytesAsync("/api/v1/orders/export?format=xlsx&columns=customer");
        var sheet = await SheetAsync(workbook);
        sheet.Should().NotContain("<x:f").And.NotContain("<f>");
        sheet.Should().Contain("""<x:c r="B2" t="str" """);
    }

    [Fact]
    public async Task A_figure_below_zero_is_a_figure()
    {
        Orders(Order("ERP-1", "ACME") with { Units = -5 });
        (await TextAsync("/api/v1/orders/export?format=csv&columns=units")).Should().EndWith("ERP-1,-5\r\n");
    }

    [Fact]
    public async Task The_columns_named_come_in_the_order_of_the_list_and_the_first_always()
    {
        var csv = await TextAsync("/api/v1/orders/export?format=csv&columns=version,status");
        csv.Should().StartWith("\uFEFFOrder,Status,Version\r\nERP-1,Backordered,7\r\n");
    }

    [Fact]
    public async Task A_column_that_is_none_is_named_and_nothing_is_written()
    {
        var answer = await _site.SendAsync("GET", "/api/v1/orders/export?format=csv&columns=status,colour");
        answer.ShouldBeProblem(400, "bad-request");
        answer.Errors.Should().Equal(("parameter columns", FaultCodes.Invalid));
        answer.Body.ToString().Should().Contain("'colour' is no column").And.Contain("backorderedUnits");
    }

    [Theory]
    [InlineData("format=pdf", 422, "parameter format")]
    [InlineData("format=csv&sort=colour", 400, "parameter sort")]
    [InlineData("format=csv&priority=9", 422, "parameter priority")]
    public async Task A_faulty_query_is_a_problem_and_no_file(string query, int status, string where)
    {
        var answer = await _site.SendAsync("GET", $"/api/v1/orders/export?{query}");
        answer.Status.Should().Be(status);
        answer.Errors.Select(error => error.Where).Should().Equal(where);
    }

    [Fact]
    public async Task It_lists_what_the_same_query_lists()
    {
        await TextAsync(
            "/api/v1/orders/export?format=csv&status=Backordered&customer=ACME&sort=-units&limit=1&after=x");
        var asked = _asked.Should().ContainSingle().Subject;
        asked.Query.Status.Should().Be(OrderStatus.Backordered);
        asked.Query.Customer.Should().Be(new CustomerId("ACME"));
        asked.Page.Should().Be(new PageQuery(1_000, null, "-units"));
    }

    [Fact]
    public async Task Pages_are_read_one_after_another_to_the_end()
    {
        _site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>(nameof(IOrderQueriesGrain.List), (_, query) =>
        {
            var after = int.Parse(((ListOrders)query!).Page.After ?? "0", null);
            return Task.FromResult(new Page<OrderSummary>(
                [Order($"ERP-{after}", "ACME")], after < 3 ? $"{after + 1}" : null));
        });
        (await TextAsync("/api/v1/orders/export?format=csv&columns=number"))
            .Should().Be("\uFEFFOrder\r\nERP-0\r\nERP-1\r\nERP-2\r\nERP-3\r\n");
    }

    [Fact]
    public async Task A_list_answers_a_file_to_who_accepts_one()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/orders");
        request.Headers.Accept.ParseAdd("text/csv, application/json;q=0.5");
        using var answer = await _site.Http.SendAsync(request);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        (await _site.SendAsync("GET", "/api/v1/orders")).MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task An_order_that_is_called_export_is_still_an_order()
    {
        _site.Actors.On<IOrderGrain, OrderDetails?>(
            nameof(IOrderGrain.Get), (key, _) => Task.FromResult<OrderDetails?>(Sample.Details(key.Split('/')[1], 3)));
        var answer = await _site.SendAsync("GET", "/api/v1/orders/export");
        answer.Status.Should().Be(200);
        answer.Body.GetProperty("number").GetString().Should().Be("export");
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_a_problem()
    {
        _site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>(
            nameof(IOrderQueriesGrain.List), (_, _) => throw new UnavailableException("No."));
        (await _site.SendAsync("GET", "/api/v1/orders/export?format=csv")).ShouldBeProblem(503, "unavailable");
    }

    [Fact]
    public async Task A_file_whose_rest_cannot_be_read_ends_as_a_failure()
    {
        _site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>(nameof(IOrderQueriesGrain.List), (_, query) =>
            ((ListOrders)query!).Page.After is null
                ? Task.FromResult(new Page<OrderSummary>([Order("ERP-1", new string('x', 100_000))], "2"))
                : throw new MalformedCursorException("2"));
        await FluentActions.Awaiting(() => TextAsync("/api/v1/orders/export?format=csv"))
            .Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_list_that_is_longer_is_cut_and_says_so()
    {
        Page<OrderSummary> page = new([Order("ERP-1", "ACME"), Order("ERP-2", "ACME")], "more");
        var columns = OrderColumns.All.Chosen(["number", "customer"]);
        var rows = new ExportRows<OrderSummary>(columns, (_, _) => Task.FromResult(page), new(), most: 3);
        var read = await rows.ReadAllAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        read.Select(row => row[0]).Should().Equal(
            "ERP-1", "ERP-2", "ERP-1", "Cut after 3 rows. The list has more: filter it to export the rest.");
        read[^1].Should().HaveCount(2);
    }

    [Fact]
    public async Task A_list_of_exactly_so_many_rows_is_whole()
    {
        Page<OrderSummary> page = new([Order("ERP-1", "ACME"), Order("ERP-2", "ACME")], null);
        var rows = new ExportRows<OrderSummary>(
            OrderColumns.All.Default, (_, _) => Task.FromResult(page), new(), most: 2);
        (await rows.ReadAllAsync(TestContext.Current.CancellationToken)
            .CountAsync(TestContext.Current.CancellationToken)).Should().Be(2);
    }

    [Fact]
    public async Task An_empty_list_has_its_heads()
    {
        Orders();
        (await TextAsync("/api/v1/orders/export?format=csv&columns=status")).Should().Be("\uFEFFOrder,Status\r\n");
        (await WorkbookAsync("/api/v1/orders/export?format=xlsx&columns=status"))
            .Should().ContainSingle().Which.Should().Equal("Order", "Status");
    }

    [Fact]
    public async Task Every_list_can_be_exported()
    {
        _site.Actors.On<IOperationsGrain, Page<ExceptionEntry>>(
            nameof(IOperationsGrain.Exceptions), (_, _) => Task.FromResult(new Page<ExceptionEntry>(
                [new("short/S-1", ExceptionKind.Short, ExceptionStatus.Open, "shipment/S-1", At, 5, "why", "=what",
                    Skus: ["P-1", "P-2"])], null)));
        _site.Actors.On<INetworkQueriesGrain, Page<WarehouseSummary>>(
            nameof(INetworkQueriesGrain.Summary), (_, _) => Task.FromResult(new Page<WarehouseSummary>(
                [new("HAM", "Hamburg", WarehouseStatus.Open, "DE", 3, 10, 4, 2, 1)], null)));
        (await TextAsync("/api/v1/exceptions/export?format=csv&columns=kind,suggestion,skus,since")).Should().EndWith(
            "short/S-1,Short,'=what,2026-02-01T07:00:00Z,\"P-1, P-2\"\r\n");
        (await TextAsync("/api/v1/warehouse-summary/export?format=csv")).Should().EndWith(
            "Warehouse,Status,Country,Priority band,On hand,Reserved,Open shipments,Waiting to leave\r\n"
            + "Hamburg,Open,DE,3,10,4,2,1\r\n");
    }

    private static DateTimeOffset At { get; } = new(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(1));

    private static OrderSummary Order(OrderId number, CustomerId customer) => new(
        number, OrderStatus.Backordered, customer, 2, new(2026, 3, 1), At, 1_234, 5, ["HAM", "ROM"], 7);

    private void Orders(params OrderSummary[] orders) => _site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>(
        nameof(IOrderQueriesGrain.List), (_, query) =>
        {
            _asked.Add((ListOrders)query!);
            return Task.FromResult(new Page<OrderSummary>(orders.ToItems(), null));
        });

    private async Task<string> TextAsync(string path) => Encoding.UTF8.GetString(await BytesAsync(path));

    private async Task<byte[]> BytesAsync(string path)
    {
        using var answer = await _site.Http.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<object?[][]> WorkbookAsync(string path)
    {
        using var file = new MemoryStream(await BytesAsync(path));
        return [.. file.Query(useHeaderRow: false).Select(row => ((IDictionary<string, object?>)row).Values.ToArray())];
    }

    private static async Task<string> SheetAsync(byte[] workbook)
    {
        await using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
