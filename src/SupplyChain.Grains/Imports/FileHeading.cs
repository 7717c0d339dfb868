using Sylvan.Data.Csv;

namespace SupplyChain.Imports;

/// <summary>Finds a profile's columns in a file's heading, and says why they are not there.</summary>
internal static class FileHeading
{
    private const int MaxHeadingsNamed = 30;

    private static readonly Dictionary<char, string> Names = new()
    {
        [','] = "a comma", [';'] = "a semicolon", ['\t'] = "a tabulator", ['|'] = "a vertical bar",
    };

    /// <summary>Where the profile's headings are.</summary>
    /// <exception cref="ImportFileException">They are not.</exception>
    public static int[] Columns(IReadOnlyList<string> headings, FileText file, ImportProfile profile)
    {
        var missing = profile.Headings.Where(wanted => !headings.Contains(wanted)).ToList();
        var twice = profile.Headings.Where(wanted => headings.Count(heading => heading == wanted) > 1).ToList();
        if (missing.Count + twice.Count == 0)
            return [.. profile.Headings.Select(wanted => headings.ToList().IndexOf(wanted))];
        if (headings.Count == 1 || missing.Count == profile.Headings.Count)
            CheckDelimiter(file, profile);
        var faults = profile.Headings
            .Where(wanted => missing.Contains(wanted) || twice.Contains(wanted))
            .Select(wanted => $"column '{wanted}' is {(missing.Contains(wanted) ? "missing" : "there twice")}");
        throw new ImportFileException(
            $"The file does not fit profile '{profile.Name}': {string.Join(", ", faults)}. {Found(headings, file)}");
    }

    /// <summary>The cells of a row.</summary>
    public static string[] Cells(CsvDataReader csv) =>
        [.. Enumerable.Range(0, csv.RowFieldCount).Select(index => csv.GetString(index).Trim())];

    /// <summary>Reads a text's rows, the heading being the first that says something.</summary>
    public static CsvDataReaderOptions Options(char delimiter) => new()
    {
        Delimiter = delimiter,
        HasHeaders = false,
        BufferSize = FileText.BufferSize,
        MaxBufferSize = ImportFile.MaxRowLength,
        OwnsReader = false,
    };

    /// <summary>With which other delimiter would columns be there, all or some of them?</summary>
    private static void CheckDelimiter(FileText file, ImportProfile profile)
    {
        var (other, missing) = Names.Keys
            .Where(each => each != file.Delimiter)
            .Select(each => (Delimiter: each, Missing: profile.Headings.Except(First(file.Beginning, each)).ToList()))
            .MinBy(tried => tried.Missing.Count);
        if (missing.Count == profile.Headings.Count)
            return;
        var left = string.Join(", ", missing.Select(wanted => $"column '{wanted}' is missing"));
        throw new ImportFileException(
            OfDelimiter(file, profile, other) + (missing.Count == 0 ? "." : $". Then still {left}."));
    }

    private static string[] First(string text, char delimiter)
    {
        try
        {
            using var reader = new StringReader(text);
            using var csv = CsvDataReader.Create(reader, Options(delimiter));
            while (csv.Read())
            {
                var cells = Cells(csv);
                if (cells.Any(cell => cell.Length > 0))
                    return cells;
            }
        }
        catch (CsvFormatException)
        {
            // Read so, it is no table: not the delimiter.
        }
        return [];
    }

    private static string OfDelimiter(FileText file, ImportProfile profile, char other)
    {
        var said = file.Delimiter == profile.Delimiter ? $"profile '{profile.Name}' says" : "its first line says";
        var setting = other == '\t' ? "\\t" : $"{other}";
        return $"{Name(other)} stands between the file's columns, but {said} {Name(file.Delimiter)}: "
            + $"say \"delimiter\": \"{setting}\" in the profile, or begin the file with the line sep={other}";
    }

    private static string Found(IReadOnlyList<string> headings, FileText file) => headings.Count == 1
        ? $"It has one column, '{Shown(headings[0])}', if {Name(file.Delimiter)} stands between columns."
        : $"It has {string.Join(", ", headings.Take(MaxHeadingsNamed).Select(heading => $"'{Shown(heading)}'"))}"
            + $"{(headings.Count > MaxHeadingsNamed ? " and more" : "")}.";

    private static string Name(char delimiter) => Names.GetValueOrDefault(delimiter, $"'{delimiter}'");

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text.AsSpan(0, 60)}…";
}
