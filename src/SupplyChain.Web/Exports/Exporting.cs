namespace SupplyChain.Exports;

/// <summary>Answers a list as JSON or as a file, for the same query.</summary>
internal static class Exporting
{
    private const string Format = "format";
    private const string Columns = "columns";

    /// <summary>A page of the list, or all of it as a file when the request accepts one or names its format.</summary>
    public static async Task<IResult> ListAsync<T, TAnswer>(
        HttpContext http, QueryReader query, ListColumns<T> list, PageQuery page,
        Func<PageQuery, CancellationToken, Task<Page<T>>> read, Func<T, TAnswer> row)
    {
        if (Asked(http, query) is not { } format)
        {
            query.Check();
            return Answers.Page(await read(page, http.RequestAborted), row);
        }

        var names = query.Names(Columns);
        if (list.Unknown(names) is { } unknown)
        {
            query.Refuse(Columns, $"'{unknown}' is no column of this list. "
                + $"It has {string.Join(", ", list.All.Select(column => column.Name))}.");
        }

        query.Check();
        var most = http.RequestServices.GetRequiredService<WebOptions>().MostExportRows;
        var columns = list.Chosen(names);
        return new ExportResult<T>(list, columns, format, new(columns, read, page, most), most);
    }

    /// <summary>
    /// An export's address may also be the address of an entity that is called so: without a format it is.
    /// </summary>
    public static bool IsEntity(HttpContext http, string parameter)
    {
        if (IsForFile(http))
            return false;
        http.Request.RouteValues[parameter] = "export";
        return true;
    }

    /// <summary>Describes the export of a list.</summary>
    public static RouteHandlerBuilder Exports<T>(this RouteHandlerBuilder endpoint, ListColumns<T> list) => endpoint
        .Produces<Stream>(StatusCodes.Status200OK, ExportFormats.Csv, ExportFormats.Xlsx)
        .Queries(
            QueryParameter.OneOf<ExportFormat>(
                Format,
                "Csv: RFC 4180 in UTF-8 with a byte order mark, instants in UTC; text that a spreadsheet would "
                + "calculate (it begins with = + - @, a tab or a line break) gets an apostrophe in front. Xlsx: one "
                + "sheet, text typed as text. In any case; absent, it is what Accept says.", required: true),
            QueryParameter.Text(
                Columns,
                "Which of "
                + string.Join(", ", list.All.Select(column => $"{column.Name} ({column.Title})"))
                + $"; separated by commas. {list.First.Name} is always there; absent, those the page shows."))
        .Fails(400, 422);

    /// <summary>The operation of an export and how it is told from others.</summary>
    public static RouteHandlerBuilder ExportOperation(
        this RouteHandlerBuilder endpoint, string tag, string name, string what) =>
        endpoint.Operation(
            tag, name,
            $"All {what} that the same query lists, as a file, in the same order; limit and after do not matter. At "
            + $"most as many rows as the header {ExportResult<object>.MostRows} says; a last row says so when there "
            + "are more. The list answers the same when it is asked with Accept: text/csv");

    private static bool IsForFile(HttpContext http) =>
        http.Request.Query.ContainsKey(Format) || ExportFormats.Accepted(http.Request) is not null;

    private static ExportFormat? Asked(HttpContext http, QueryReader query)
    {
        var isExport = http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern }
            && pattern.EndsWith("/export", StringComparison.Ordinal);
        if (!isExport)
            return ExportFormats.Accepted(http.Request);
        if (query.Text(Format) is null)
        {
            if (ExportFormats.Accepted(http.Request) is { } accepted)
                return accepted;
            query.Refuse(Format, "'format' has to be csv or xlsx.");
            return ExportFormat.Csv;
        }

        return query.Value<ExportFormat>(Format) ?? ExportFormat.Csv;
    }
}
