using System.Collections.Immutable;

namespace SupplyChain.Orders;

/// <summary>Where an order's units come from.</summary>
/// <param name="Allocations">By line, then by warehouse.</param>
/// <param name="Unallocated">By line.</param>
/// <param name="Method">Whether the plan is proven the best.</param>
public sealed record SourcingPlan(
    ImmutableArray<SourcingAllocation> Allocations,
    ImmutableArray<SourcingShortfall> Unallocated,
    SourcingMethod Method)
{
    /// <inheritdoc/>
    public bool Equals(SourcingPlan? other) =>
        other is not null
        && Method == other.Method
        && Allocations.AsSpan().SequenceEqual(other.Allocations.AsSpan())
        && Unallocated.AsSpan().SequenceEqual(other.Unallocated.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Allocations.Length, Unallocated.Length, Method);
}
