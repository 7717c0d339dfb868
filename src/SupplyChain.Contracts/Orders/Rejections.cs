using System.Collections.Immutable;

namespace SupplyChain.Orders;

/// <summary>The warehouses that were not chosen: the nearest misses by name, all others counted.</summary>
/// <param name="Rejected">At most <see cref="MaxNamed"/> candidates, the nearest miss first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
[GenerateSerializer, Immutable, Alias("rejections")]
public sealed record Rejections(
    [property: Id(0)] ImmutableArray<RejectedCandidate> Rejected,
    [property: Id(1)] ImmutableSortedDictionary<RejectionReason, int> Others)
{
    /// <summary>The most candidates an explanation names.</summary>
    public const int MaxNamed = 12;

    /// <summary>The most of them whose figures are kept.</summary>
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
