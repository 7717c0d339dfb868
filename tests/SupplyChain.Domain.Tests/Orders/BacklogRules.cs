using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>The queue for pumps, and the words to tell who waits and what is there.</summary>
public abstract class BacklogRules : RuleBook<Backlog, BacklogEvent>
{
    protected static readonly Sku Pump = "PUMP";
    protected static readonly HashSet<DemandOwner> NobodyPassed = [];

    protected static WaitingLine Waits(
        string order, long units, int priority = 3, double days = 0, int ticket = 1, bool complete = false) => new(
        order, 1, units, priority, Now.AddDays(days), ticket, null, null, null, true, complete, []);

    protected static WaitingLine StandsBy(string order, long units, int ticket = 1) =>
        Waits(order, units, ticket: ticket, complete: true) with { StandsBy = true };

    protected static BacklogEvent.Queued Queued(params WaitingLine[] lines) =>
        new(lines.Select(QueuedLine.Of).ToItems(), []);

    protected static LineGrant Grant(string order, int attempt, long units, string warehouse = "BER") =>
        new(order, 1, warehouse, attempt, units, null, OrderRules.Only);

    protected static BacklogSupply There(string warehouse, long units, bool open = true) =>
        new(warehouse, units, open, null, 3);

    protected static Decision<BacklogEvent> Queue(Backlog backlog, params WaitingLine[] lines) =>
        Backlog.Decide(backlog, new QueueLines(lines.ToItems()));

    protected static Decision<BacklogEvent> Serve(Backlog backlog, params BacklogSupply[] supply) =>
        Backlog.DecideGrants(backlog, Pump, supply, null, new(2026, 3, 2), NobodyPassed);

    protected static Decision<BacklogEvent> Claim(Backlog backlog, string order, params BacklogSupply[] supply) =>
        Claim(
            backlog, new ClaimLine(order, 1, supply.Select(place => place.Warehouse).ToItems()), NobodyPassed, supply);

    protected static Decision<BacklogEvent> Claim(
        Backlog backlog, ClaimLine claim, HashSet<DemandOwner> passed, params BacklogSupply[] supply) =>
        Backlog.DecideClaim(backlog, claim, Pump, supply, null, new(2026, 3, 2), passed);

    protected static IEnumerable<(string Order, string Warehouse, long Units)> Served(Backlog backlog) =>
        backlog.Proposed.Values.Select(grant => (grant.Owner.Text, grant.Warehouse.Value, grant.Quantity));
}
