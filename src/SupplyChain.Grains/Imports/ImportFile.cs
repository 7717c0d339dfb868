using Sylvan.Data.Csv;

namespace SupplyChain.Imports;

/// <summary>
/// Reads delimited files: gzip or plain, lines ended by CR, LF or CRLF, quoted cells that may contain delimiters and
/// line ends. One row is held at a time. Rows are counted as a spreadsheet counts them, from 1 below the heading;
/// those that say nothing count and are passed over.
/// </summary>
public static class ImportFile
{
    internal const int MaxRowLength = 1024 * 1024;

    /// <summary>As many rows as a spreadsheet has: exports of whole sheets end with empty ones.</summary>
    private const int MaxEmptyRows = 1_048_576;

    /// <summary>Hands each data row to the planner.</summary>
    /// <param name="file">The file, from its beginning.</param>
    /// <param name="profile">Its format.</param>
    /// <param name="charset">Its encoding, if the request names one.</param>
    /// <param name="planner">Who takes the rows.</param>
    /// <param name="maxRows">The most rows there may be.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ImportFileException">The file as a whole cannot be read.</exception>
    public static async Task ReadAsync(
        Stream file, ImportProfile profile, string? charset, ImportPlanner planner, int maxRows,
        CancellationToken cancellationToken = default)
    {
        try
        {
            using var text = await FileText.OpenAsync(file, profile, charset, cancellationToken);
            await new Reading(text, profile, planner, maxRows).RunAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            throw new ImportFileException($"The file cannot be read: {fault.Message}");
        }
    }

    private sealed class Reading(FileText text, ImportProfile profile, ImportPlanner planner, int maxRows)
    {
        private readonly FileWatch _watch = new(text.Encoding);
        private string[] _headings = [];
        private int[] _columns = [];
        private int _number = -1;
        private int _rows;

        private bool HasHeading => _number >= 0;

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            var pool = new CellPool();
            var options = FileHeading.Options(text.Delimiter);
            options.StringFactory = pool.Get;
            await using var csv = await CsvDataReader.CreateAsync(text.Reader, options, cancellationToken);
            for (var empty = 0; await NextAsync(csv, cancellationToken);)
            {
                if (!IsEmpty(csv))
                    Read(csv);
                else if (++empty > MaxEmptyRows)
                    throw new ImportFileException($"The file has more than {MaxEmptyRows} empty rows; delete them.");
            }
            if (!HasHeading)
                throw new ImportFileException("The file is empty.");
            _watch.Conclude();
        }

        private async Task<bool> NextAsync(CsvDataReader csv, CancellationToken cancellationToken)
        {
            try
            {
                var read = await csv.ReadAsync(cancellationToken);
                if (read && HasHeading)
                    _number++;
                return read;
            }
            catch (CsvRecordTooLargeException)
            {
                throw new ImportFileException(
                    $"{Place(_number + 1)} is longer than {MaxRowLength} characters: "
                    + "look for a quote that is never closed.");
            }
            catch (CsvFormatException fault)
            {
                throw new ImportFileException(
                    $"{Place(_number + 1)} cannot be read: {fault.Message} "
                    + "Look for a quote too many or too few there.");
            }
        }

        private void Read(CsvDataReader csv)
        {
            Watch(csv);
            if (!HasHeading)
                ReadHeading(FileHeading.Cells(csv));
            else if (++_rows > maxRows)
                throw new ImportFileException($"The file has more than {maxRows} rows; split it.");
            else if (csv.RowFieldCount == _headings.Length)
                planner.Add(_number, Array.ConvertAll(_columns, csv.GetString));
            else
                ReadBroken(csv);
        }

        private void ReadHeading(string[] headings)
        {
            _number = 0;
            _watch.Conclude();
            _headings = headings;
            _columns = FileHeading.Columns(headings, text, profile);
        }

        private void ReadBroken(CsvDataReader csv)
        {
            var message = $"The row has {csv.RowFieldCount} cells, the heading {_headings.Length}.";
            var cells = FileHeading.Cells(csv);
            if (!profile.Partial && cells.Any(cell => cell.AsSpan().ContainsAny('\r', '\n')))
            {
                throw new ImportFileException(
                    $"{Place(_number)} runs over several lines, and has {cells.Length} cells where the heading has "
                    + $"{_headings.Length}: look for a quote too many or too few there. It may have swallowed "
                    + "rows of any order, so none is placed.");
            }
            var at = _columns[profile.Headings.ToList().IndexOf(profile.Fields[ImportField.Order].Columns[0])];
            planner.AddBroken(_number, at < cells.Length ? cells[at] : "", mayBeShifted: at > 0, message);
        }

        private void Watch(CsvDataReader csv)
        {
            for (var index = 0; index < csv.RowFieldCount; index++)
            {
                if (_watch.Look(csv.GetFieldSpan(index)) is { } wrong)
                {
                    var column = index < _headings.Length ? $", column '{_headings[index]}'" : "";
                    throw new ImportFileException($"{Place(_number)}{column}: {wrong}");
                }
            }
        }

        private static string Place(int number) => number <= 0 ? "The heading" : $"Row {number}";

        private static bool IsEmpty(CsvDataReader csv)
        {
            for (var index = 0; index < csv.RowFieldCount; index++)
            {
                if (!csv.GetFieldSpan(index).IsWhiteSpace())
                    return false;
            }
            return true;
        }
    }
}
