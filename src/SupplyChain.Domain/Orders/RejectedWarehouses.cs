using System.Collections.Immutable;

namespace SupplyChain.Orders;

/// <summary>The warehouses that were not chosen, as they are stored: the nearest misses by name, all others
/// counted.</summary>
/// <param name="Rejected">At most <see cref="Rejections.MaxNamed"/> warehouses, the nearest miss first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
public sealed record RejectedWarehouses(
    ImmutableArray<RejectedWarehouse> Rejected, ImmutableSortedDictionary<RejectionReason, int> Others)
{
    /// <summary>Nothing was rejected.</summary>
    public static RejectedWarehouses None { get; } = new([], ImmutableSortedDictionary<RejectionReason, int>.Empty);

    /// <summary>The warehouses as callers see them.</summary>
    public Rejections ToContract() =>
        new(ImmutableArray.CreateRange(Rejected, static warehouse => warehouse.ToContract()), Others);

    /// <inheritdoc/>
    public bool Equals(RejectedWarehouses? other) =>
        other is not null
        && Rejected.AsSpan().SequenceEqual(other.Rejected.AsSpan())
        && Others.SequenceEqual(other.Others);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var warehouse in Rejected.AsSpan())
            hash.Add(warehouse);
        hash.Add(Others.Count);
        return hash.ToHashCode();
    }
}
