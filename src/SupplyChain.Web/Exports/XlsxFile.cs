using System.Runtime.CompilerServices;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace SupplyChain.Exports;

/// <summary>
/// Writes a workbook of one sheet. Its text cells are typed as text, so that none of them is ever calculated; dates and
/// instants are dates of the spreadsheet.
/// </summary>
internal static class XlsxFile
{
    /// <summary>Writes the heads, then each row as it comes.</summary>
    public static Task WriteAsync<T>(
        Stream file, string sheet, IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<object?[]> rows,
        CancellationToken cancellationToken)
    {
        var configuration = new OpenXmlConfiguration
        {
            AutoFilter = false,
            EnableWriteFilePath = false,
            EnableConvertByteArray = false,
            TableStyles = TableStyles.None,
            DynamicColumns = [.. columns.Select((column, index) => Described(column.Kind, index))],
        };
        // The heads are a row like others: of an empty list the library would write none.
        return file.SaveAsAsync(
            Rows(columns, rows, cancellationToken), printHeader: false, sheetName: sheet,
            configuration: configuration, cancellationToken: cancellationToken);
    }

    private static async IAsyncEnumerable<IDictionary<string, object?>> Rows<T>(
        IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<object?[]> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Row([.. columns.Select(column => column.Heading)]);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return Row(row);
    }

    private static Dictionary<string, object?> Row(object?[] cells) =>
        cells.Select((cell, index) => (Key: Key(index), Cell: Written(cell)))
            .ToDictionary(pair => pair.Key, pair => pair.Cell);

    private static object? Written(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        DateTimeOffset at => at.UtcDateTime,
        long or int or string => value,
        _ => value.ToString(),
    };

    private static DynamicExcelColumn Described(ColumnKind kind, int index) => new(Key(index))
    {
        Index = index,
        Width = kind switch { ColumnKind.Text => 22, ColumnKind.Instant => 20, _ => 14 },
        Format = kind switch
        {
            ColumnKind.Date => "yyyy-mm-dd",
            ColumnKind.Instant => "yyyy-mm-dd hh:mm:ss",
            _ => null,
        },
    };

    private static string Key(int index) => $"c{index}";
}
