using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A sourcing problem told step by step. Goods go to Munich and leave on Monday, 2 March 2026.</summary>
internal sealed class SourcingGiven
{
    public static readonly DateOnly Monday = new(2026, 3, 2);
    public static readonly GeoPoint Munich = new(48.14, 11.58);
    public static readonly GeoPoint Nuremberg = new(49.45, 11.08);      // 150 km: one day on the road
    public static readonly GeoPoint Augsburg = new(48.37, 10.90);       // 57 km: one day as well
    public static readonly GeoPoint Hamburg = new(53.55, 9.99);         // 612 km: two days
    public static readonly GeoPoint Lisbon = new(38.72, -9.14);         // 1,960 km: by air

    public SourcingProblem Problem { get; private init; } = new()
    {
        Date = Monday, ShipTo = Munich, Lines = [], Availability = [], Warehouses = [],
    };

    public static SourcingGiven Nothing => new();

    public SourcingGiven Warehouse(WarehouseId id, GeoPoint? location, int band = 3) =>
        Of(Problem with { Warehouses = Problem.Warehouses.Add(new(id, location, band)) });

    public SourcingGiven Stock(Sku sku, WarehouseId id, long available, bool rationed = false, bool open = true)
    {
        var old = Problem.Availability.FirstOrDefault(stock => stock.Sku == sku) ?? new(sku, []);
        var now = old with { Candidates = old.Candidates.Add(new(id, available, rationed, open)) };
        return Of(Problem with { Availability = [.. Problem.Availability.Where(stock => stock.Sku != sku), now] });
    }

    public SourcingGiven RuledOutBefore(Sku sku, RejectionReason reason, int count) =>
        Of(Problem with
        {
            Availability = [.. Problem.Availability.Select(stock =>
                stock.Sku == sku ? stock with { Others = stock.Others.Add(reason, count) } : stock)],
        });

    public SourcingGiven Line(
        int line, Sku sku, long quantity, WarehouseId? pinned = null, int? dueInDays = null, double? kg = 10,
        WarehouseId[]? onlyFrom = null) =>
        Of(Problem with
        {
            Lines = Problem.Lines.Add(new(line, sku, quantity)
            {
                Pinned = pinned,
                Scheduled = dueInDays is { } days ? Monday.AddDays(days) : null,
                UnitWeightKg = kg,
                OnlyFrom = onlyFrom?.ToImmutableHashSet(),
            }),
        });

    public SourcingGiven With(Func<SourcingProblem, SourcingProblem> change) => Of(change(Problem));

    public SourcingPlan Plan() => Sourcing.Plan(Problem);

    /// <summary>The plan as <c>line: units@warehouse …</c>, with what is missing as <c>units@-</c>.</summary>
    public string Planned()
    {
        var plan = Plan();
        var parts = plan.Allocations.Select(one => (one.Line, Text: $"{one.Quantity}@{one.Warehouse}"))
            .Concat(plan.Unallocated.Select(one => (one.Line, Text: $"{one.Quantity}@-")));
        return string.Join("; ", parts.GroupBy(part => part.Line).OrderBy(line => line.Key)
            .Select(line => $"{line.Key}: {string.Join(" ", line.Select(part => part.Text))}"));
    }

    /// <summary>The explanation of the only allocation.</summary>
    public AllocationReason Why() => Plan().Allocations.Single().Why;

    /// <summary>The candidates the only allocation's explanation names, with the reason of each.</summary>
    public IEnumerable<RejectedWarehouse> Rejected() => Rejected(Why());

    /// <summary>The candidates an explanation names, with the reason of each.</summary>
    public static IEnumerable<RejectedWarehouse> Rejected(AllocationReason why) =>
        why.Rejected.Select(candidate => new RejectedWarehouse(candidate.Warehouse, candidate.Reason));

    private static SourcingGiven Of(SourcingProblem problem) => new() { Problem = problem };
}
