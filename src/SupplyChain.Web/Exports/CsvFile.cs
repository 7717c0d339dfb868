using System.Buffers;
using System.Globalization;
using System.Text;

namespace SupplyChain.Exports;

/// <summary>
/// Writes CSV as RFC 4180 has it, in UTF-8 and with a byte order mark, without which spreadsheet programs take it for
/// something else. Text that such a program would calculate gets an apostrophe in front.
/// </summary>
internal static class CsvFile
{
    private const string LineEnd = "\r\n";
    private const int FlushAt = 32 * 1024;
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Calculated = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Writes the heads, then each row as it comes.</summary>
    public static async Task WriteAsync(
        Stream file, IEnumerable<string> heads, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, heads);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Line(text, row.Select(Written));
            if (text.Length >= FlushAt)
                await FlushAsync(file, text, cancellationToken);
        }

        await FlushAsync(file, text, cancellationToken);
    }

    /// <summary>A value as text: text as it is, unless a program would calculate it.</summary>
    private static string Written(object? value) => value switch
    {
        null => "",
        string { Length: > 0 } text when Calculated.Contains(text[0]) => $"'{text}",
        string text => text,
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void Line(StringBuilder text, IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            if (cell.AsSpan().ContainsAny(Quoted))
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                text.Append(cell);
        }

        text.Append(LineEnd);
    }

    private static async Task FlushAsync(Stream file, StringBuilder text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        text.Clear();
        await file.WriteAsync(bytes, cancellationToken);
    }
}
