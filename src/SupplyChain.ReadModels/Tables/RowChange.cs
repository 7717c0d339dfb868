namespace SupplyChain.Tables;

/// <summary>What a <see cref="RowChange"/> does to its row.</summary>
internal enum RowChangeKind
{
    /// <summary>Inserts it; when it is there, changes what may change.</summary>
    Upsert,

    /// <summary>Changes it if it is there.</summary>
    Update,

    /// <summary>Inserts it; when it is there, adds the numbers to those it has.</summary>
    Add,

    /// <summary>Removes it.</summary>
    Delete,
}

/// <summary>A way to change one row of a table.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Once">Columns that are written when the row is inserted and never again.</param>
/// <param name="Set">Columns that are written whenever it changes.</param>
/// <param name="Zero">A column that has to be 0 for the row to be removed; null when nothing is asked of it.</param>
internal sealed record RowChange(
    RowChangeKind Kind, string Table, string[] Key, string[] Once, string[] Set, string? Zero = null)
{
    /// <summary>Every column, in the order of the values.</summary>
    public string[] Columns { get; } = [.. Key, .. Once, .. Set];

    public static RowChange Upsert(string table, string key, string set = "", string once = "") =>
        new(RowChangeKind.Upsert, table, Names(key), Names(once), Names(set));

    public static RowChange Update(string table, string key, string set) =>
        new(RowChangeKind.Update, table, Names(key), [], Names(set));

    public static RowChange Add(string table, string key, string numbers) =>
        new(RowChangeKind.Add, table, Names(key), [], Names(numbers));

    /// <summary>Removes the row if it has 0 in a column.</summary>
    public static RowChange DeleteZero(string table, string key, string zero) =>
        new(RowChangeKind.Delete, table, Names(key), [], [], zero);

    public static RowChange Delete(string table, string key) =>
        new(RowChangeKind.Delete, table, Names(key), [], []);

    private static string[] Names(string columns) =>
        columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
