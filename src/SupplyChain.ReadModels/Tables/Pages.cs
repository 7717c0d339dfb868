namespace SupplyChain.Tables;

/// <summary>Cuts pages: one row more than asked for tells whether there is another.</summary>
internal static class Pages
{
    private const int MaxPageSize = 1_000;

    /// <summary>How many entries a page has at most.</summary>
    public static int Size(this PageQuery page) => Math.Clamp(page.Limit, 1, MaxPageSize);

    /// <summary>The page of rows that were read with <see cref="Size"/> + 1 as limit.</summary>
    public static Page<T> Of<TRow, T>(PageQuery page, List<TRow> rows, Func<TRow, T> entry, Func<TRow, string> cursor)
    {
        var size = page.Size();
        var shown = rows.Take(size);
        return new(shown.Select(entry).ToItems(), rows.Count > size ? cursor(rows[size - 1]) : null);
    }

    /// <summary>The page of entries that carry their own sort key.</summary>
    public static Page<T> Of<T>(PageQuery page, List<T> rows, Func<T, string> cursor) =>
        Of(page, rows, row => row, cursor);
}
