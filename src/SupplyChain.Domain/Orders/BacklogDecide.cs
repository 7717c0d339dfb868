using SupplyChain.Inventory;
using static SupplyChain.Orders.BacklogEvent;

namespace SupplyChain.Orders;

/// <summary>Who waits, and who is served.</summary>
public sealed partial record Backlog
{
    /// <summary>
    /// Takes lines in, or changes what waits of them. Quantities are what the owner still misses; grants it has not
    /// heard of count against them, grants it has taken over are settled. An older message than the last is ignored.
    /// </summary>
    public static Decision<BacklogEvent> Decide(Backlog backlog, QueueLines command)
    {
        var settled = command.Lines
            .SelectMany(line => line.Taken).Where(backlog.Unsettled.ContainsKey).Distinct().ToItems();
        var lines = new List<QueuedLine>();
        foreach (var line in command.Lines)
        {
            var known = backlog.Find(line.Demand);
            if (known is not null && known.Ticket >= line.Ticket)
            {
                continue;
            }
            var coming = backlog.Unsettled.Values
                .Where(grant =>
                    grant.Owner == line.Owner && grant.Line == line.Line && !settled.Contains(grant.Attempt))
                .Sum(grant => grant.Quantity);
            var left = Math.Max(0, line.Quantity - coming);
            if (left > 0 || known is not null)
            {
                lines.Add(QueuedLine.Of(line) with { Quantity = left, Taken = default });
            }
        }
        var standing = lines.Where(line => line is { StandsBy: true, Quantity: > 0 }).ToItems();
        var queued = lines.Where(line => line is not { StandsBy: true, Quantity: > 0 }).ToItems();
        return Decision.Record<BacklogEvent>(
        [
            .. queued.Count > 0 || settled.Count > 0 ? [new Queued(queued, settled)] : Array.Empty<BacklogEvent>(),
            .. standing.Count > 0 ? [new StoodBy(standing)] : Array.Empty<BacklogEvent>(),
        ]);
    }

    /// <summary>
    /// Serves the queue in order from what is there, never more than that. A ship-complete line is not served here: its
    /// owner is asked to claim all its lines together, and its units are kept aside meanwhile, unless it has
    /// <paramref name="passed"/> already.
    /// </summary>
    public static Decision<BacklogEvent> DecideGrants(
        Backlog backlog, Sku sku, IReadOnlyCollection<BacklogSupply> supply, double? unitWeightKg, DateOnly today,
        IReadOnlySet<DemandOwner> passed)
    {
        var shelf = new BacklogShelf(sku, supply, unitWeightKg, today);
        var grants = new List<LineGrant>();
        var asked = new List<DemandOwner>();
        foreach (var line in backlog.Queue.Values)
        {
            if (shelf.IsEmpty)
            {
                break;
            }
            if (line.ShipComplete && passed.Contains(line.Owner))
            {
                continue;
            }
            var take = shelf.Take(line);
            if (!line.ShipComplete)
            {
                grants.AddRange(take);
            }
            else if (take.Count > 0 && !backlog.Asked.Contains(line.Owner) && !asked.Contains(line.Owner))
            {
                asked.Add(line.Owner);
            }
        }
        return Decision.Record<BacklogEvent>(
        [
            .. grants.Count > 0 ? [new GrantsProposed(Number(backlog, grants))] : Array.Empty<BacklogEvent>(),
            .. asked.Count > 0 ? [new OwnersAsked(asked.ToItems())] : Array.Empty<BacklogEvent>(),
        ]);
    }

    /// <summary>Serves one whole ship-complete line from the warehouses it names, or nothing of
    /// it.</summary>
    public static Decision<BacklogEvent> DecideClaim(
        Backlog backlog, ClaimLine command, Sku sku, IReadOnlyCollection<BacklogSupply> supply, double? unitWeightKg,
        DateOnly today, IReadOnlySet<DemandOwner> passed)
    {
        if (backlog.Find(command.Demand) is not { } line)
        {
            return [];
        }
        var shelf = new BacklogShelf(sku, supply, unitWeightKg, today);
        if (command.Place == ClaimPlace.BehindQueue)
        {
            foreach (var other in backlog.Before(line))
            {
                if (!other.ShipComplete || !passed.Contains(other.Owner))
                {
                    shelf.Take(other);
                }
            }
        }
        var take = shelf.Take(line with { OnlyFrom = command.From });
        return take.Count == 0 ? [] : [new GrantsProposed(Number(backlog, take))];
    }

    /// <summary>What the stock items answered to the proposals.</summary>
    public static Decision<BacklogEvent> DecideReserved(Backlog backlog, IReadOnlySet<int> reserved) =>
        [new Granted(backlog.Proposed.Values.Where(grant => reserved.Contains(grant.Attempt)).ToItems())];

    /// <summary>Grants were taken over or given back.</summary>
    public static Decision<BacklogEvent> Decide(Backlog backlog, SettleGrants command)
    {
        var known = command.Attempts.Where(backlog.Unsettled.ContainsKey).ToItems();
        return known.Count == 0 ? [] : [new GrantsSettled(known)];
    }

    /// <summary>Owners have been told.</summary>
    public static Decision<BacklogEvent> Decide(Backlog backlog, ConfirmHandover command)
    {
        var known = command.Owners.Where(owner => backlog.Asked.Contains(owner)).ToItems();
        return known.Count == 0 ? [] : [new OwnersTold(known)];
    }

    private static Items<LineGrant> Number(Backlog backlog, List<LineGrant> grants) =>
        grants.Select((grant, i) => grant with { Attempt = backlog.Attempt + 1 + i }).ToItems();
}
