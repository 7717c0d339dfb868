namespace SupplyChain.Tables;

/// <summary>What a <see cref="RowChange"/> does to its row.</summary>
internal enum RowChangeKind
{
    /// <summary>Inserts it; when it is there, changes what may change.</summary>
    Upsert,

    /// <summary>Changes it if it is there.</summary>
    Update,

    /// <summary>Removes it.</summary>
    Delete,
}

/// <summary>A way to change one row of a table.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">The columns of its primary key.</param>
internal sealed record RowChange(RowChangeKind Kind, string Table, string[] Key)
{
    /// <summary>Columns that are written when the row is inserted and never again.</summary>
    public string[] Once { get; private init; } = [];

    /// <summary>Columns that are written whenever it changes.</summary>
    public string[] Set { get; private init; } = [];

    /// <summary>Columns of numbers that are added to those the row has.</summary>
    public string[] Added { get; private init; } = [];

    /// <summary>Columns of text that is put behind what the row has.</summary>
    public string[] Appended { get; private init; } = [];

    /// <summary>
    /// Whether the row is not there yet, by what the tables show before the batch. Many such rows may be written in a
    /// cheaper way; one that is there after all is changed.
    /// </summary>
    public bool IsNew { get; private init; }

    /// <summary>A column that has to be 0 for the row to be removed; null when nothing is asked of it.</summary>
    public string? Zero { get; private init; }

    /// <summary>Every column, in the order of the values.</summary>
    public string[] Columns => field ??= [.. Key, .. Once, .. Set, .. Added, .. Appended];

    public static RowChange Upsert(
        string table, string key, string set = "", string once = "", string added = "", string appended = "") =>
        new(RowChangeKind.Upsert, table, Names(key))
        {
            Once = Names(once),
            Set = Names(set),
            Added = Names(added),
            Appended = Names(appended),
        };

    /// <summary>Inserts a row that is not there yet.</summary>
    public static RowChange Insert(string table, string key, string set = "", string once = "") =>
        Upsert(table, key, set, once) with { IsNew = true };

    public static RowChange Update(string table, string key, string set) =>
        new(RowChangeKind.Update, table, Names(key)) { Set = Names(set) };

    /// <summary>Inserts the row; when it is there, adds the numbers to those it has.</summary>
    public static RowChange Add(string table, string key, string numbers) => Upsert(table, key, added: numbers);

    /// <summary>Removes the row if it has 0 in a column.</summary>
    public static RowChange DeleteZero(string table, string key, string zero) =>
        new(RowChangeKind.Delete, table, Names(key)) { Zero = zero };

    public static RowChange Delete(string table, string key) => new(RowChangeKind.Delete, table, Names(key));

    private static string[] Names(string columns) =>
        columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
