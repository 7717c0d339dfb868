using SupplyChain.Operations.Verification;

namespace SupplyChain.Journal.ReadModels;

/// <summary>What read tables hold, as text that can be compared.</summary>
internal static class TableDump
{
    /// <summary>Every table's rows, in order.</summary>
    public static string[] Dump(this IReadTables tables)
    {
        var rows = new List<string>();
        foreach (var (name, columns) in AggregateReadModels.Tables)
        {
            tables.Each(name, columns, row => rows.Add($"{name}: {string.Join('|', row)}"));
        }
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
