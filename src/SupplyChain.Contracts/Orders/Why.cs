using System.Collections.Immutable;

namespace SupplyChain.Orders;

/// <summary>Why an allocation is as it is; kept with the event and shown wherever the allocation is.</summary>
/// <param name="Rule">The goal that decided for this warehouse against the best rejected one.</param>
/// <param name="Rejected">At most <see cref="Rejections.MaxNamed"/> candidates, the nearest miss first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
[GenerateSerializer, Immutable, Alias("why")]
public sealed record Why(
    [property: Id(0)] SourcingRule Rule,
    [property: Id(1)] ImmutableArray<RejectedCandidate> Rejected,
    [property: Id(2)] ImmutableSortedDictionary<RejectionReason, int> Others)
{
    /// <inheritdoc/>
    public bool Equals(Why? other) =>
        other is not null
        && Rule == other.Rule
        && Rejected.AsSpan().SequenceEqual(other.Rejected.AsSpan())
        && Others.SequenceEqual(other.Others);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Rule);
        foreach (var candidate in Rejected.AsSpan())
            hash.Add(candidate);
        hash.Add(Others.Count);
        return hash.ToHashCode();
    }
}
