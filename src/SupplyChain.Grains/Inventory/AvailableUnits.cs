namespace SupplyChain.Inventory;

/// <summary>
/// Units that each of a product's stock items has to give, side by side: a product may be in a thousand warehouses, and
/// each order looks at all of them. The product's actor writes; others read meanwhile.
/// </summary>
internal sealed class AvailableUnits
{
    /// <summary>What a stock item has that never had stock.</summary>
    public const long Never = long.MinValue;

    private volatile long[] _units = [];

    /// <summary>The units by the number of the stock item; there may be more numbers than stock items.</summary>
    public long[] All => _units;

    /// <summary>A stock item has other units now.</summary>
    public void Set(int item, long units)
    {
        var all = _units;
        if (item >= all.Length)
        {
            var more = new long[Math.Max(item + 1, all.Length * 2)];
            all.CopyTo(more, 0);
            more.AsSpan(all.Length).Fill(Never);
            _units = all = more;
        }
        Volatile.Write(ref all[item], units);
    }
}
