namespace SupplyChain.Inventory;

/// <summary>
/// What a place has of a product and gets. Today a stock item has one supply: the units that are there, of no lot.
/// </summary>
/// <param name="All">Each supply; their order does not matter.</param>
public readonly record struct Supplies(Items<Supply> All)
{
    /// <summary>Units of every day together.</summary>
    public long Total => All.Sum(supply => supply.Quantity);

    /// <summary>Units that are there, and of which no more is known.</summary>
    public static implicit operator Supplies(long units) => new([new(units)]);

    /// <summary>Units that can leave on a day.</summary>
    public long On(DateOnly day)
    {
        var units = 0L;
        foreach (var supply in All.AsSpan())
        {
            units += supply.CanLeaveOn(day) ? supply.Quantity : 0;
        }
        return units;
    }

    /// <summary>
    /// With more units that are there, or with fewer when it is negative: the first to hand leave first, of those the
    /// first to expire (FEFO).
    /// </summary>
    public Supplies Plus(long units)
    {
        var all = All.OrderBy(one => one.AvailableFrom).ThenBy(one => one.ExpiresOn ?? DateOnly.MaxValue)
            .ThenBy(one => one.Lot, StringComparer.Ordinal).ToList();
        for (var i = 0; i < all.Count && units < 0; i++)
        {
            var leaving = Math.Clamp(all[i].Quantity, 0, -units);
            all[i] = all[i] with { Quantity = all[i].Quantity - leaving };
            units += leaving;
        }
        var there = all.FindIndex(one => one == new Supply(one.Quantity));
        if (there >= 0)
        {
            all[there] = new(all[there].Quantity + units);
        }
        else if (units != 0)
        {
            all.Add(new(units));
        }
        return new(all.ToItems());
    }
}
