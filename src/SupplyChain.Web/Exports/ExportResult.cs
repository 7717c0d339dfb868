using Microsoft.Net.Http.Headers;

namespace SupplyChain.Exports;

/// <summary>
/// A list as a file. Once it has begun, a failure ends the connection: a file that is not whole never looks as if it
/// were.
/// </summary>
internal sealed class ExportResult<T>(
    ListColumns<T> list, IReadOnlyList<ListColumn<T>> columns, ExportFormat format, ExportRows<T> rows, int most)
    : IResult
{
    /// <summary>The most rows a file has.</summary>
    public const string MostRows = "Supplychain-Most-Rows";

    private const int BufferSize = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var running = httpContext.RequestServices.GetRequiredService<ExportLimit>().TryBegin();
        if (running is null)
        {
            await Problems.Of(429, detail: "Too many exports are running on this node.").ExecuteAsync(httpContext);
            return;
        }

        await rows.BeginAsync(httpContext.RequestAborted);
        if (format == ExportFormat.Csv)
            await WriteCsvAsync(httpContext);
        else
            await WriteXlsxAsync(httpContext);
    }

    private Task WriteCsvAsync(HttpContext http)
    {
        Head(http);
        return CsvFile.WriteAsync(
            http.Response.Body, columns.Select(column => column.Heading), rows.ReadAllAsync(http.RequestAborted),
            http.RequestAborted);
    }

    /// <summary>A workbook is written to a file first: its parts are not written in one go.</summary>
    private async Task WriteXlsxAsync(HttpContext http)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, BufferSize, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await XlsxFile.WriteAsync(
            file, list.List, columns, rows.ReadAllAsync(http.RequestAborted), http.RequestAborted);
        file.Position = 0;
        Head(http);
        http.Response.ContentLength = file.Length;
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private void Head(HttpContext http)
    {
        var day = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var (headers, name) = (http.Response.Headers, $"{list.List}-{day:yyyy-MM-dd}.{format.Extension()}");
        http.Response.ContentType = format.MediaType();
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        headers.CacheControl = "no-store";
        headers[MostRows] = $"{most}";
    }
}
