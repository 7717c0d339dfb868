namespace SupplyChain.Orders;

/// <summary>
/// How good an allocation is, goal by goal; less is better. Shipments are not in it: the search goes by their number.
/// </summary>
internal readonly record struct SourcingScore(
    long Missing, long Late, long Band, long Unlocated, Int128 Cost, long Days, long IdRank)
    : IComparable<SourcingScore>
{
    public static SourcingScore operator +(SourcingScore a, SourcingScore b) => new(
        a.Missing + b.Missing,
        a.Late + b.Late,
        a.Band + b.Band,
        a.Unlocated + b.Unlocated,
        a.Cost + b.Cost,
        a.Days + b.Days,
        a.IdRank + b.IdRank);

    public static SourcingScore operator -(SourcingScore a, SourcingScore b) => new(
        a.Missing - b.Missing,
        a.Late - b.Late,
        a.Band - b.Band,
        a.Unlocated - b.Unlocated,
        a.Cost - b.Cost,
        a.Days - b.Days,
        a.IdRank - b.IdRank);

    public static SourcingScore operator *(SourcingScore unit, long units) => new(
        unit.Missing * units,
        unit.Late * units,
        unit.Band * units,
        unit.Unlocated * units,
        unit.Cost * units,
        unit.Days * units,
        unit.IdRank * units);

    /// <summary>The goals before the number of shipments.</summary>
    public int CompareService(SourcingScore other) =>
        Missing != other.Missing ? Missing.CompareTo(other.Missing) : Late.CompareTo(other.Late);

    public int CompareTo(SourcingScore other)
    {
        var service = CompareService(other);
        return service != 0 ? service
            : Band != other.Band ? Band.CompareTo(other.Band)
            : Unlocated != other.Unlocated ? Unlocated.CompareTo(other.Unlocated)
            : Cost != other.Cost ? Cost.CompareTo(other.Cost)
            : Days != other.Days ? Days.CompareTo(other.Days)
            : IdRank.CompareTo(other.IdRank);
    }
}
