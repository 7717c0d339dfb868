using System.Text;

namespace SupplyChain.Imports;

/// <summary>
/// The rows that an import refused as a CSV file: as they were sent, and behind them what is wrong with each. It is
/// written part by part, with a byte order mark, so that spreadsheets and imports know its encoding.
/// </summary>
internal static class RefusedRowsFile
{
    private static readonly string[] Added = ["refused row", "refused column", "code", "message"];

    /// <summary>Answers with the file, or says why there is none.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, SupplyChainClient chain)
    {
        var (id, query) = ((ImportId)http.Id("id"), new QueryReader(http));
        var format = query.Text("format") ?? "csv";
        query.Check();
        if (format != "csv")
        {
            return Problems.Invalid([ProblemError.InRequest("format", FaultCodes.Invalid, "'format' is csv.")]);
        }
        var imports = chain.ForReading(http).Imports;
        if (await imports.GetAsync(id, http.RequestAborted) is not { } report)
        {
            return Problems.NotFound("The import does not exist.");
        }
        if (report.Status is ImportStatus.Queued or ImportStatus.Running)
        {
            return Problems.NotFound("The import has not ended yet.");
        }
        return await imports.RefusedRowsAsync(id, 0, http.RequestAborted) is { } first
            ? Results.Stream(
                stream => WriteAsync(stream, imports, report, first, http.RequestAborted), "text/csv; charset=utf-8",
                $"{id}-refused.csv")
            : Problems.NotFound(
                "The file of this import is not kept any more, so its rows cannot be shown. Files are kept for seven "
                + "days when rows of theirs were refused, or after a dry run; the report names rows and columns.");
    }

    private static async Task WriteAsync(
        Stream stream, ImportsClient imports, ImportReport report, SentRows first, CancellationToken cancellationToken)
    {
        var findings = report.Errors.Where(finding => finding.Severity == ImportSeverity.Error)
            .ToLookup(finding => finding.Row);
        await using var text = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true);
        await text.WriteLineAsync(CsvLine.Of(first.Headings.Concat(Added), first.Delimiter));
        for (var part = first; part is not null;
            part = part.Next is { } next ? await imports.RefusedRowsAsync(report.Id, next, cancellationToken) : null)
        {
            foreach (var row in part.Rows)
            {
                var missing = Math.Max(0, first.Headings.Count - row.Cells.Count);
                var cells = row.Cells.Concat(Enumerable.Repeat("", missing));
                await text.WriteLineAsync(CsvLine.Of(cells.Concat(Wrong(row.Row, findings[row.Row])), first.Delimiter));
            }
        }
    }

    private static string[] Wrong(int row, IEnumerable<ImportFinding> findings)
    {
        string All(Func<ImportFinding, string> part) =>
            string.Join(" | ", findings.Select(part).Where(said => said.Length > 0).Distinct());
        return
        [
            row.ToString(System.Globalization.CultureInfo.InvariantCulture), All(finding => finding.Column),
            All(finding => finding.Code), All(finding => finding.Message),
        ];
    }
}
