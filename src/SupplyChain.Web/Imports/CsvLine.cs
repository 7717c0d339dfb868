using System.Buffers;

namespace SupplyChain.Imports;

/// <summary>A line of a CSV file (RFC 4180).</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\"\r\n");

    /// <summary>The cells with a delimiter between them; quoted are those that need it.</summary>
    public static string Of(IEnumerable<string> cells, string delimiter) => string.Join(
        delimiter,
        cells.Select(cell => cell.AsSpan().ContainsAny(Quoted) || cell.Contains(delimiter, StringComparison.Ordinal)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell));
}
