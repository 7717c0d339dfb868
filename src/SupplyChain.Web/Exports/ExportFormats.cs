using Microsoft.Net.Http.Headers;

namespace SupplyChain.Exports;

/// <summary>How a request asks for a file, and how files are called.</summary>
internal static class ExportFormats
{
    /// <summary>The media type of a CSV file.</summary>
    public const string Csv = "text/csv";

    /// <summary>The media type of a workbook.</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>How a file says what it is.</summary>
    public static string MediaType(this ExportFormat format) =>
        format == ExportFormat.Csv ? $"{Csv}; charset=utf-8; header=present" : Xlsx;

    /// <summary>How its name ends.</summary>
    public static string Extension(this ExportFormat format) => format == ExportFormat.Csv ? "csv" : "xlsx";

    /// <summary>Which file the request accepts before anything else; null when it wants JSON.</summary>
    public static ExportFormat? Accepted(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            return null;
        var first = accepted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault();
        return first?.MediaType.Value?.ToLowerInvariant() switch
        {
            Csv => ExportFormat.Csv,
            Xlsx => ExportFormat.Xlsx,
            _ => null,
        };
    }
}
