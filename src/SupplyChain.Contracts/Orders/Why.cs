using System.Collections.Immutable;
using SupplyChain.Network;

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

/// <summary>What a warehouse could do for the units of an allocation when it was decided.</summary>
/// <param name="Available">Units it could give away.</param>
/// <param name="Band">Its priority band, 1 first.</param>
/// <param name="DistanceKm">Great circle to the ship-to, in km; null when one of the places is not known.</param>
/// <param name="Arrival">The day the units would arrive; null when one of the places is not known.</param>
/// <param name="CostUsd">
/// What their transport would cost, in US dollars; null when their weight or one of the places is not known.
/// </param>
[GenerateSerializer, Immutable, Alias("candidate-figures")]
public sealed record CandidateFigures(
    [property: Id(0)] long Available,
    [property: Id(1)] int Band,
    [property: Id(2)] int? DistanceKm,
    [property: Id(3)] DateOnly? Arrival,
    [property: Id(4)] decimal? CostUsd);

/// <summary>A warehouse that was considered for a line and not chosen.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Reason">Why it was not chosen.</param>
/// <param name="LostAt">
/// The goal at which it lost, for the <see cref="Rejections.MaxWithFigures"/> nearest misses; null for others, for
/// those that never came to a comparison, and in explanations from before figures were kept.
/// </param>
/// <param name="Figures">What it could have done, for the same ones.</param>
[GenerateSerializer, Immutable, Alias("rejected-candidate")]
public readonly record struct RejectedCandidate(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] RejectionReason Reason,
    [property: Id(2)] SourcingRule? LostAt = null,
    [property: Id(3)] CandidateFigures? Figures = null);

/// <summary>The warehouses that were not chosen: the nearest misses by name, all others counted.</summary>
/// <param name="Rejected">At most <see cref="MaxNamed"/> candidates, the nearest miss first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
[GenerateSerializer, Immutable, Alias("rejections")]
public sealed record Rejections(
    [property: Id(0)] ImmutableArray<RejectedCandidate> Rejected,
    [property: Id(1)] ImmutableSortedDictionary<RejectionReason, int> Others)
{
    /// <summary>
    /// The most candidates an explanation of missing units names, and that one of an allocation did in release 0.1.
    /// </summary>
    public const int MaxNamed = 12;

    /// <summary>The most candidates an explanation of an allocation names, with their figures.</summary>
    public const int MaxWithFigures = 3;

    /// <summary>Nothing was rejected.</summary>
    public static Rejections None { get; } = new([], ImmutableSortedDictionary<RejectionReason, int>.Empty);

    /// <inheritdoc/>
    public bool Equals(Rejections? other) =>
        other is not null
        && Rejected.AsSpan().SequenceEqual(other.Rejected.AsSpan())
        && Others.SequenceEqual(other.Others);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var candidate in Rejected.AsSpan())
            hash.Add(candidate);
        hash.Add(Others.Count);
        return hash.ToHashCode();
    }
}
