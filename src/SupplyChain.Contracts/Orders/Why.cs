using System.Collections.Immutable;

namespace SupplyChain.Orders;

/// <summary>Why an allocation is as it is; kept with the event and shown wherever the allocation is.</summary>
/// <param name="Rule">The goal that decided for this warehouse against the best rejected one.</param>
/// <param name="Rejected">At most <see cref="Rejections.MaxNamed"/> candidates, the nearest miss first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
/// <param name="Equal">
/// How many warehouses, the chosen one included, were still equal after each goal before <paramref name="Rule"/>: the
/// first figure is after the first goal. Null where no goals were compared, and in explanations from before it was
/// kept.
/// </param>
/// <param name="Figures">What the chosen one could do; null where no goals were compared, and from before.</param>
[GenerateSerializer, Immutable, Alias("why")]
public sealed record Why(
    [property: Id(0)] SourcingRule Rule,
    [property: Id(1)] ImmutableArray<RejectedCandidate> Rejected,
    [property: Id(2)] ImmutableSortedDictionary<RejectionReason, int> Others,
    [property: Id(3)] Items<int>? Equal = null,
    [property: Id(4)] CandidateFigures? Figures = null)
{
    /// <inheritdoc/>
    public bool Equals(Why? other) =>
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
        foreach (var candidate in Rejected.AsSpan())
            hash.Add(candidate);
        hash.Add(Others.Count);
        return hash.ToHashCode();
    }
}
