using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>An order of ten pumps (line 1) and four hoses (line 2), and words to tell what happens to it.</summary>
public abstract class OrderRules : RuleBook<Order, OrderEvent>
{
    internal static readonly AllocationReason Only = new(
        SourcingRule.OnlyCandidate, [], ImmutableSortedDictionary<RejectionReason, int>.Empty);
    protected static readonly DateOnly Friday = new(2026, 3, 6);
    protected static readonly OrderAddress France = new("FR", null, null, null, null, null);

    protected static readonly PlaceOrder Command = new(
        "C-1", new("FR"), [new PlaceOrderLine(2, "HOSE", 4), new PlaceOrderLine(1, "PUMP", 10)], OccurredAt: Now);

    protected static Placed Ordered { get; } = new(
        "O-1", "C-1", France, 3, null, Now, [OrderedLine.Of(Command.Lines[1]), OrderedLine.Of(Command.Lines[0])], new(),
        "digest");

    protected static ReservationKey Key(int line, int attempt, ReservationOrigin origin = ReservationOrigin.Owner) =>
        new("O-1", line, origin, attempt);

    protected static Sku SkuOf(int line) => line == 1 ? "PUMP" : "HOSE";

    protected static ProposedUnits Proposed(int line, int attempt, string warehouse, long units) =>
        new(line, attempt, SkuOf(line), warehouse, units, Friday, Only);

    protected static AllocatedUnits Got(int line, int attempt, string warehouse, long units) =>
        new(line, attempt, SkuOf(line), warehouse, units);

    protected static BackorderedUnits Missing(int line, long units) =>
        new(line, SkuOf(line), units, RejectedWarehouses.None);

    protected static LineGrant Offer(int line, int attempt, string warehouse, long units) =>
        new("O-1", line, warehouse, attempt, units, Friday, Only);

    protected static AcceptedGrant Taken(int line, int attempt, string warehouse, long offered, long taken) =>
        new(line, attempt, warehouse, offered, taken, Friday, Only);

    protected static SourcingPlan Found(params SourcingAllocation[] units) => new([.. units], [], SourcingMethod.Exact);

    protected static SourcingAllocation From(string warehouse, int line, long units) =>
        new(line, SkuOf(line), warehouse, units, Friday, Only);

    protected static SourcingPlan Lacking(SourcingPlan plan, params (int Line, long Units)[] missing) => plan with
    {
        Unallocated =
        [
            .. missing.Select(m => new SourcingShortfall(m.Line, SkuOf(m.Line), m.Units, RejectedWarehouses.None)),
        ],
    };

    /// <summary>Everything reserved: the pumps in two places, the hoses with some of them.</summary>
    protected static OrderEvent[] Served { get; } =
    [
        Ordered,
        new AllocationProposed(
            [Proposed(1, 1, "BER", 6), Proposed(1, 2, "PAR", 4), Proposed(2, 3, "PAR", 4)], SourcingMethod.Exact),
        new Allocated([Got(1, 1, "BER", 6), Got(1, 2, "PAR", 4), Got(2, 3, "PAR", 4)]),
    ];

    /// <summary>Six pumps reserved, four pumps and all hoses wait, and the backlogs know it.</summary>
    protected static OrderEvent[] Waiting { get; } =
    [
        Ordered,
        new AllocationProposed([Proposed(1, 1, "BER", 6)], SourcingMethod.Exact),
        new Backordered([Missing(1, 4), Missing(2, 4)]),
        new Allocated([Got(1, 1, "BER", 6)]),
        new Queued([new QueueTicket(1, 1)]),
        new Queued([new QueueTicket(2, 1)]),
    ];

    /// <summary>Two shipments, made.</summary>
    protected static OrderEvent[] Shipping { get; } =
    [
        .. Served,
        new Released(
            [
                new("O-1~1", "BER", [Key(1, 1)], null, null, null, null, null),
                new("O-1~2", "PAR", [Key(1, 2), Key(2, 3)], null, null, null, null, null),
            ],
            Now),
        new ShipmentsPlanned(["O-1~1", "O-1~2"], []),
    ];

    protected static OrderLineDetails Line(Order order, int line) =>
        order.Details(new("FR")).Lines.Single(details => details.Line == line);
}
