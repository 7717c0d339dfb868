using System.Text;
using Sylvan.Data.Csv;

namespace SupplyChain.Imports;

/// <summary>Guesses from its beginning how a file is written, for a person to confirm.</summary>
internal static class FileLook
{
    private const int MaxRowsCompared = 6;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>
    /// The encoding: of the byte order mark, else UTF-8 when the bytes are it, else the one that spreadsheets in
    /// Western Europe write.
    /// </summary>
    /// <param name="text">The file, read as Latin-1 unless it has a mark.</param>
    public static string Charset(FileText text) => text.Encoding.Mark > 0 ? text.Encoding.Name
        : IsUtf8(Encoding.Latin1.GetBytes(text.Beginning)) ? "utf-8"
        : "windows-1252";

    /// <summary>What the first line says, else the sign that parts the first rows into the most cells alike.</summary>
    public static char Delimiter(FileText text) => text.Delimiter != ',' ? text.Delimiter
        : Delimiters.MaxBy(sign => Cells(text.Beginning, sign));

    /// <summary>How many cells each of the first rows has at least; 0 when they cannot be read so.</summary>
    private static int Cells(string beginning, char delimiter)
    {
        try
        {
            using var reader = new StringReader(beginning);
            using var csv = CsvDataReader.Create(reader, FileHeading.Options(delimiter));
            var counts = new List<int>();
            while (counts.Count < MaxRowsCompared && csv.Read())
            {
                counts.Add(csv.RowFieldCount);
            }
            // The last of a text that was cut off may be cut off as well.
            return counts.SkipLast(counts.Count > 2 ? 1 : 0).DefaultIfEmpty(0).Min();
        }
        catch (CsvFormatException)
        {
            return 0;
        }
    }

    /// <summary>The last character may be cut off.</summary>
    private static bool IsUtf8(byte[] bytes) => Enumerable.Range(0, Math.Min(4, bytes.Length + 1)).Any(cut =>
    {
        try
        {
            _ = Strict.GetCharCount(bytes, 0, bytes.Length - cut);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    });
}
