using System.Collections.Immutable;
using SupplyChain.Orders;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Operations.Verification;

/// <summary>Leaves the explanations out, which are most of an order: hundreds of thousands are held at once.</summary>
internal static class SlimOrder
{
    private static readonly AllocationReason NoReason = new(
        SourcingRule.OnlyCandidate, [], ImmutableSortedDictionary<RejectionReason, int>.Empty);

    /// <summary>The event without explanations.</summary>
    public static OrderEvent Of(OrderEvent @event) => @event switch
    {
        AllocationProposed proposed => proposed with
        {
            Units = proposed.Units.Select(unit => unit with { Why = NoReason }).ToItems(),
        },
        MoveProposed proposed => proposed with
        {
            Units = proposed.Units.Select(unit => unit with { Why = NoReason }).ToItems(),
        },
        GrantsAccepted granted => granted with
        {
            Grants = granted.Grants.Select(grant => grant with { Why = NoReason }).ToItems(),
        },
        _ => @event,
    };
}
