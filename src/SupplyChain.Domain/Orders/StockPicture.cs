using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Stock as a plan sees it: what there is of some products, less what would have been given away. It never changes;
/// no actor is asked or told.
/// </summary>
public sealed record StockPicture(
    ImmutableDictionary<Sku, ProductPicture> Products,
    ImmutableDictionary<WarehouseId, SourcingWarehouse> Warehouses)
{
    /// <summary>A picture of nothing.</summary>
    public static StockPicture Empty { get; } = new(
        ImmutableDictionary<Sku, ProductPicture>.Empty, ImmutableDictionary<WarehouseId, SourcingWarehouse>.Empty);

    /// <summary>What sourcing has to answer for the undecided units of an order.</summary>
    public SourcingProblem Problem(Order order) => Order.Problem(
        order,
        [.. Products.Select(product => product.Value.Availability(product.Key))],
        [.. Warehouses.Values],
        sku => Products.GetValueOrDefault(sku)?.UnitWeightKg);

    /// <summary>The best plan for the undecided units of an order.</summary>
    public SourcingPlan Plan(Order order) => Sourcing.Plan(Problem(order));

    /// <summary>Whether units of a product go to waiting lines only.</summary>
    public bool IsRationed(Sku sku) => Products.GetValueOrDefault(sku)?.IsRationed == true;

    /// <summary>Units of a stock item that can leave on a day; 0 of one that the picture does not show.</summary>
    public long Available(StockItemId item, DateOnly day) => Products.TryGetValue(item.Sku, out var product)
        ? product.Candidates.Where(candidate => candidate.Warehouse == item.Warehouse)
            .Sum(candidate => Math.Max(0, candidate.Supplies.On(day)))
        : 0;

    /// <summary>Whether a warehouse is known to give units of a product away.</summary>
    public bool IsOpen(StockItemId item) => Products.TryGetValue(item.Sku, out var product)
        && product.Candidates.Any(candidate => candidate.Warehouse == item.Warehouse && candidate.Open);

    /// <summary>The picture with more units (or less, below zero) in a stock item; one that it does not show stays
    /// unknown.</summary>
    public StockPicture With(StockItemId item, long units) => With(item.Sku, product => product with
    {
        Candidates = product.Candidates.Select(candidate => candidate.Warehouse == item.Warehouse
            ? candidate with { Supplies = candidate.Supplies.Plus(units) }
            : candidate).ToImmutableArray(),
    });

    /// <summary>The picture with a closed warehouse.</summary>
    public StockPicture WithClosed(WarehouseId warehouse) => this with
    {
        Products = Products.ToImmutableDictionary(product => product.Key, product => product.Value with
        {
            Candidates = product.Value.Candidates.Select(candidate =>
                candidate.Warehouse == warehouse ? candidate with { Open = false } : candidate).ToImmutableArray(),
        }),
    };

    /// <summary>The picture with lines that wait.</summary>
    public StockPicture WithWaiting(Sku sku, Items<WaitingLine> lines) => With(sku, product => product with
    {
        Queue = After(product.Queue, Backlog.Decide(product.Queue, new QueueLines(lines))),
    });

    /// <summary>The picture with one product.</summary>
    public StockPicture With(Sku sku, ProductPicture product) =>
        this with { Products = Products.SetItem(sku, product) };

    /// <summary>
    /// Serves who waits for a product from what is free, as its backlog would. Ship-complete orders are passed over:
    /// whether all of their lines can be had depends on products that may not be in the picture. Others accept their
    /// grants at once; those of <paramref name="owner"/> count as offered until they are settled.
    /// </summary>
    public (StockPicture Left, Items<LineGrant> Grants) Serve(
        Sku sku, DateOnly today, DemandOwner owner = default)
    {
        if (!Products.TryGetValue(sku, out var product) || product.Queue.Queue.IsEmpty)
        {
            return (this, []);
        }
        var supply = product.Candidates.Select(candidate =>
        {
            var place = Warehouses.GetValueOrDefault(
                candidate.Warehouse, new(candidate.Warehouse, null, SourcingProblem.DefaultPriorityBand));
            return new BacklogSupply(
                candidate.Warehouse, candidate.Supplies, candidate.Open, place.Location, place.PriorityBand);
        }).ToList();
        var passed = product.Queue.Queue.Values
            .Where(line => line.ShipComplete).Select(line => line.Owner).ToHashSet();
        var queue = After(
            product.Queue, Backlog.DecideGrants(product.Queue, sku, supply, product.UnitWeightKg, today, passed));
        var grants = queue.Proposed.Values.ToItems();
        if (grants.Count == 0)
        {
            return (this, []);
        }
        var attempts = grants.Select(grant => grant.Attempt).ToItems();
        queue = After(queue, Backlog.DecideReserved(queue, attempts.ToHashSet()));
        foreach (var other in grants.Where(grant => grant.Owner != owner).GroupBy(grant => grant.Owner))
        {
            queue = After(queue, Backlog.Decide(queue, new SettleGrants(
                other.Key, other.Select(grant => grant.Attempt).ToItems(), Settlement.TakenOver)));
        }
        var left = grants.Aggregate(
            With(sku, product with { Queue = queue }),
            (picture, grant) => picture.With(new StockItemId(sku, grant.Warehouse), -grant.Quantity));
        return (left, grants);
    }

    /// <summary>The picture once an order has accepted grants of a product, or given them back.</summary>
    public StockPicture WithSettled(Sku sku, SettleGrants settled) => With(sku, product => product with
    {
        Queue = After(product.Queue, Backlog.Decide(product.Queue, settled)),
    });

    private StockPicture With(Sku sku, Func<ProductPicture, ProductPicture> change) =>
        Products.TryGetValue(sku, out var product) ? With(sku, change(product)) : this;

    private static Backlog After(Backlog backlog, Decision<BacklogEvent> decision) =>
        decision.Aggregate(backlog, (state, @event) => Backlog.Evolve(state, @event, default));
}
