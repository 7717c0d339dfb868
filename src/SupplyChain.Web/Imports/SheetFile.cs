using System.Globalization;
using System.Text;
using MiniExcelLibs;

namespace SupplyChain.Imports;

/// <summary>
/// A workbook (.xlsx) as the CSV file that is imported in its place: its first sheet, in UTF-8, with commas, days as
/// 2026-08-13 and numbers with a point. Workbook and file lie in temporary files, never in memory, and are bounded.
/// </summary>
internal static class SheetFile
{
    private const string Ending = ".xlsx";

    /// <summary>Whether a file's name says that it is one.</summary>
    public static bool Is(string name) => name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The CSV file, from its beginning; it is gone when it is closed.</summary>
    /// <exception cref="InvalidDataException">It is no workbook, or too large.</exception>
    public static async Task<Stream> AsCsvAsync(
        Stream workbook, long mostBytes, CancellationToken cancellationToken)
    {
        await using var kept = Temporary();
        await workbook.CopyToAsync(kept, cancellationToken);
        kept.Position = 0;
        var csv = Temporary();
        try
        {
            await Task.Run(() => Write(kept, csv, mostBytes, cancellationToken), cancellationToken);
            csv.Position = 0;
            return csv;
        }
        catch
        {
            await csv.DisposeAsync();
            throw;
        }
    }

    private static void Write(Stream workbook, Stream csv, long mostBytes, CancellationToken cancellationToken)
    {
        using var text = new StreamWriter(csv, new UTF8Encoding(false), leaveOpen: true);
        foreach (var cells in Rows(workbook))
        {
            cancellationToken.ThrowIfCancellationRequested();
            text.Write(CsvLine.Of(cells, ","));
            text.Write('\n');
            if (csv.Length > mostBytes)
                throw new InvalidDataException("The first sheet is too large to be imported.");
        }
    }

    private static IEnumerable<IEnumerable<string>> Rows(Stream workbook)
    {
        using var rows = Open(workbook);
        while (Next(rows))
            yield return rows.Current.Values.Select(Written);
    }

    private static IEnumerator<IDictionary<string, object?>> Open(Stream workbook) => Readable(() =>
        workbook.Query(useHeaderRow: false).Select(row => (IDictionary<string, object?>)row).GetEnumerator());

    private static bool Next(IEnumerator<IDictionary<string, object?>> rows) => Readable(rows.MoveNext);

    /// <summary>Whatever the library stumbles over, it is the file.</summary>
    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new InvalidDataException("The file cannot be read as an .xlsx workbook.", broken);
        }
    }

    private static string Written(object? cell) => cell switch
    {
        null => "",
        DateTime at => at.ToString(
            at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
        FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
}
