using System.Text;
using Sylvan.Data.Csv;

namespace SupplyChain.Imports;

/// <summary>Reads rows of a file as they were sent, numbered as <see cref="ImportFile"/> numbers them.</summary>
internal sealed class FileRows : IDisposable
{
    private readonly FileText _text;
    private readonly CsvDataReader _csv;

    private FileRows(FileText text, CsvDataReader csv) => (_text, _csv) = (text, csv);

    /// <summary>The headings; none before the first row was read.</summary>
    public Items<string> Headings { get; private set; } = [];

    /// <summary>The number of the row that was read last.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>Goes on to the next row that says something; false behind the last one.</summary>
    /// <exception cref="ImportFileException">It cannot be read.</exception>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _csv.ReadAsync(cancellationToken))
            {
                if (Number >= 0)
                {
                    Number++;
                }
                var says = Enumerable.Range(0, _csv.RowFieldCount).Any(at => !_csv.GetFieldSpan(at).IsWhiteSpace());
                if (says && Number >= 0)
                {
                    return true;
                }
                if (says)
                {
                    (Headings, Number) = (FileHeading.Cells(_csv).ToItems(), 0);
                }
            }
            return false;
        }
        catch (CsvFormatException fault)
        {
            throw new ImportFileException($"Behind row {Number} it cannot be read: {fault.Message}");
        }
    }

    /// <summary>The row that was read last.</summary>
    public SentRow Row() => new(Number, Enumerable.Range(0, _csv.RowFieldCount).Select(_csv.GetString).ToItems());

    /// <inheritdoc/>
    public void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
    }

    /// <summary>Begins to read a file, which it owns.</summary>
    public static async Task<FileRows> OpenAsync(FileText text, CancellationToken cancellationToken)
    {
        try
        {
            var options = FileHeading.Options(text.Delimiter);
            return new(text, await CsvDataReader.CreateAsync(text.Reader, options, cancellationToken));
        }
        catch (CsvFormatException fault)
        {
            text.Dispose();
            throw new ImportFileException($"It cannot be read: {fault.Message}");
        }
    }

    /// <summary>How a file begins, read as is said or as it looks.</summary>
    public static async Task<ImportPreview> PreviewAsync(
        Func<Task<Stream?>> open, PreviewImport wanted, CancellationToken cancellationToken)
    {
        var charset = wanted.Charset ?? "";
        var delimiter = wanted.Delimiter is [not ('"' or '\r' or '\n')] said ? said : "";
        try
        {
            if (charset.Length == 0 || delimiter.Length == 0)
            {
                // Every byte is a character of it, so that nothing is refused before it was looked at.
                using var look = await FileText.OpenAsync(
                    await OpenAsync(open), Plain(',', "iso-8859-1"), null, cancellationToken);
                charset = charset.Length > 0 ? charset : FileLook.Charset(look);
                delimiter = delimiter.Length > 0 ? delimiter : $"{FileLook.Delimiter(look)}";
            }
            var text = await FileText.OpenAsync(
                await OpenAsync(open), Plain(delimiter[0], charset), null, cancellationToken);
            using var rows = await OpenAsync(text, cancellationToken);
            var first = new List<SentRow>();
            while (first.Count < ImportLimits.PreviewRows && await rows.NextAsync(cancellationToken))
            {
                first.Add(Short(rows.Row()));
            }
            var trouble = rows.Number < 0 ? "The file is empty." : null;
            return new(trouble, $"{text.Delimiter}", text.Encoding.Name, rows.Headings, first.ToItems());
        }
        catch (Exception fault) when (fault is ImportFileException or IOException)
        {
            return new(fault.Message, delimiter, charset, [], []);
        }
    }

    /// <summary>Some of the rows that were refused, as they were sent.</summary>
    /// <param name="text">The file.</param>
    /// <param name="refused">The numbers of the rows, of which those wanted are still to come.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<SentRows> RefusedAsync(
        FileText text, SortedSet<int> refused, CancellationToken cancellationToken)
    {
        using var rows = await OpenAsync(text, cancellationToken);
        var (found, size) = (new List<SentRow>(), 0);
        while (refused.Count > 0 && await rows.NextAsync(cancellationToken))
        {
            if (!refused.Contains(rows.Number))
            {
                continue;
            }
            if (found.Count == ImportLimits.RefusedRowsAtOnce || size > ImportLimits.RefusedCharactersAtOnce)
            {
                return new($"{text.Delimiter}", rows.Headings, found.ToItems(), found[^1].Row);
            }
            refused.Remove(rows.Number);
            found.Add(rows.Row());
            size += found[^1].Cells.Sum(cell => cell.Length);
        }
        return new($"{text.Delimiter}", rows.Headings, found.ToItems(), null);
    }

    private static async Task<Stream> OpenAsync(Func<Task<Stream?>> open) =>
        await open() ?? throw new ImportFileException("The file is not there any more.");

    private static SentRow Short(SentRow row) => row with
    {
        Cells = row.Cells.Take(ImportLimits.PreviewColumns).Select(Short).ToItems(),
    };

    private static string Short(string cell) =>
        cell.Length <= ImportLimits.PreviewCell ? cell : $"{cell.AsSpan(0, ImportLimits.PreviewCell)}…";

    private static ImportProfile Plain(char delimiter, string encoding) => new()
    {
        Name = "preview",
        Delimiter = delimiter,
        Encoding = encoding,
        Numbers = new(null, null),
        Partial = true,
        Fields = new Dictionary<ImportField, FieldRule>(),
        DateFormats = [],
        TwoDigitYearsUntil = 2049,
        Currency = null,
        Countries = new Dictionary<string, string>(),
        ReceiveStock = false,
        DefineMissing = false,
    };
}

/// <summary>How much of a file is looked at or handed out at once.</summary>
internal static class ImportLimits
{
    public const int PreviewRows = 12;
    public const int PreviewColumns = 200;
    public const int PreviewCell = 200;
    public const int RefusedRowsAtOnce = 2_000;
    public const int RefusedCharactersAtOnce = 1_000_000;
}
