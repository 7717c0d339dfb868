using System.Collections.Immutable;

namespace SupplyChain.Orders;

/// <summary>Why units come from a warehouse, as it is stored with the allocation.</summary>
/// <param name="Rule">The goal that decided for this warehouse against the best rejected one.</param>
/// <param name="Rejected">At most <see cref="Rejections.MaxNamed"/> warehouses, the nearest miss first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
/// <param name="Equal">
/// How many warehouses, the chosen one included, were still equal after each goal before <paramref name="Rule"/>. Null
/// where no goals were compared, and in explanations from before it was kept.
/// </param>
/// <param name="Figures">What the chosen one could do; null where no goals were compared, and from before.</param>
public sealed record AllocationReason(
    SourcingRule Rule,
    ImmutableArray<RejectedWarehouse> Rejected,
    ImmutableSortedDictionary<RejectionReason, int> Others,
    Items<int>? Equal = null,
    WarehouseFigures? Figures = null)
{
    /// <summary>What a backlog said of a grant.</summary>
    public static AllocationReason Of(Why why) => new(
        why.Rule,
        ImmutableArray.CreateRange(why.Rejected, RejectedWarehouse.Of),
        why.Others,
        why.Equal,
        WarehouseFigures.Of(why.Figures));

    /// <summary>The reason as callers see it.</summary>
    public Why ToContract() => new(
        Rule,
        ImmutableArray.CreateRange(Rejected, static warehouse => warehouse.ToContract()),
        Others,
        Equal,
        Figures?.ToContract());

    /// <inheritdoc/>
    public bool Equals(AllocationReason? other) =>
        other is not null
        && Rule == other.Rule
        && Rejected.AsSpan().SequenceEqual(other.Rejected.AsSpan())
        && Others.SequenceEqual(other.Others)
        && Nullable.Equals(Equal, other.Equal)
        && Figures == other.Figures;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Rule);
        foreach (var warehouse in Rejected.AsSpan())
            hash.Add(warehouse);
        hash.Add(Others.Count);
        return hash.ToHashCode();
    }
}
