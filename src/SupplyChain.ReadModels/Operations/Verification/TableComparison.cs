using System.Globalization;

namespace SupplyChain.Operations.Verification;

/// <summary>Compares read tables with what the journal says their rows are.</summary>
internal sealed class TableComparison(Findings findings, IReadTables tables)
{
    /// <summary>A row that a table should have: what names it, and the columns that are compared.</summary>
    public static (string Key, string Row) Row(object?[] key, object?[] values) => (Text(key), Text(values));

    /// <summary>Compares one table, row for row.</summary>
    public void Compare(string table, string key, string columns, IEnumerable<(string Key, string Row)> journal)
    {
        var expected = journal.ToDictionary(row => row.Key, row => row.Row);
        var width = key.Split(',').Length;
        tables.Each(table, $"{key}, {columns}", values =>
        {
            var id = Text(values.Take(width));
            var row = Text(values.Skip(width));
            if (!expected.Remove(id, out var wanted))
            {
                Differs(table, id, "is not in the journal");
            }
            else if (wanted != row)
            {
                Differs(table, id, $"says ({Plain(row)}), the journal ({Plain(wanted)}), as {columns}");
            }
        });
        foreach (var missing in expected.Keys)
        {
            Differs(table, missing, "is missing");
        }
    }

    // No id holds the separator, and free texts come last in none of the keys.
    private static string Text(IEnumerable<object?> values) => string.Join('\u001f', values.Select(value =>
        Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static string Plain(string text) => text.Replace("\u001f", ", ", StringComparison.Ordinal);

    private void Differs(string table, string key, string how)
    {
        var parts = key.Split('\u001f', 2);
        findings.Violated(
            ReadTableAudit.Tables, new(parts[0], table, parts[1].Replace('\u001f', '/')), null, $"The row {how}.");
    }
}
