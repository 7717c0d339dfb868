using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Shipments;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Operations.Verification;

/// <summary>
/// Follows the goods of every shipment: planned once, issued once and no more than planned, and never both issued and
/// cancelled.
/// </summary>
internal sealed class CustodyAudit(Findings findings) : IStreamFold
{
    /// <summary>Custody is one forward path, and no more is shipped than was ordered.</summary>
    public const string Custody = "shipment-custody";

    /// <summary>Every shipment.</summary>
    public Dictionary<StreamId, CustodyFacts> Shipments { get; } = [];

    /// <inheritdoc/>
    public void Add(JournaledEvent row, object @event)
    {
        if (!Shipments.TryGetValue(row.Stream, out var facts))
        {
            Shipments[row.Stream] = facts = new();
        }
        if (Fault(facts, (ShipmentEvent)@event) is { } fault)
        {
            findings.Violated(Custody, row.Stream, row.Version, fault);
        }
        switch (@event)
        {
            case Planned planned:
                facts.Plan = planned;
                break;
            case MilestoneReported milestone:
                facts.Ranks[milestone.Id] = milestone.Kind.Rank();
                break;
            case MilestoneVoided voided:
                facts.Ranks.Remove(voided.Id);
                break;
            case GoodsIssued issued:
                (facts.Issued, facts.Issues) = (issued.Lines, facts.Issues + 1);
                break;
            case GoodsReturned:
                (facts.Issued, facts.Returns) = (null, facts.Returns + 1);
                break;
            case Cancelled:
                facts.IsCancelled = true;
                break;
        }
    }

    /// <summary>Judges shipped against ordered units, and issues against what the stock items let go.</summary>
    public void Conclude(JournalFold fold)
    {
        var stock = fold.Of<StockAudit>();
        foreach (var (stream, facts) in Shipments)
        {
            var moves = stock.MovesOf(stream);
            var taken = moves.Where(move => move.Consumed is not null).ToArray();
            var returned = moves.Where(move => move.Restored is not null).ToArray();
            var back = returned.CountBy(move => move.Item).ToDictionary();
            if (taken.CountBy(move => move.Item).Any(issues => issues.Value > back.GetValueOrDefault(issues.Key) + 1))
            {
                findings.Violated(Custody, stream, null, "A stock item let its goods go more than once.");
            }
            if (facts.Plan is { } plan)
            {
                var gone = taken.SelectMany(move => move.Consumed!.Value).Concat(
                    returned.SelectMany(move => move.Restored!.Value)
                        .Select(line => line with { Quantity = -line.Quantity }));
                Match(fold, stream, plan, Units(facts.Issued ?? []), Units(gone));
            }
        }
        foreach (var (stream, order) in fold.Of<Orders.Order, Orders.OrderEvent>().States)
        {
            var shipped = order.Allocations.Where(a => a.State == Orders.AllocationState.Shipped)
                .ToLookup(a => a.Line, a => a.Quantity);
            foreach (var line in order.Lines.Values.Where(line => shipped[line.Line].Sum() > line.Quantity))
            {
                findings.Violated(
                    Custody, stream, null,
                    $"{shipped[line.Line].Sum()} units of line {line.Line} left, {line.Quantity} were ordered.");
            }
        }
    }

    /// <summary>
    /// What shipments say has left; what stock items let go, or took back, before the shipment has recorded it, counts
    /// as the stock items have it.
    /// </summary>
    public IEnumerable<MovedUnits> Moved(JournalFold fold)
    {
        foreach (var (stream, facts) in Shipments)
        {
            var skus = facts.Plan?.Lines.ToDictionary(line => line.Reservation, line => line.Sku) ?? [];
            foreach (var line in facts.Issued ?? [])
            {
                if (skus.TryGetValue(line.Reservation, out var sku))
                {
                    yield return new(stream.Tenant, sku, -line.Quantity);
                }
            }
        }
        foreach (var (document, moves) in fold.Of<StockAudit>().Moves.Where(pair => pair.Key.Kind == Shipment.Kind))
        {
            var facts = Shipments.GetValueOrDefault(document);
            foreach (var item in moves.GroupBy(move => (move.Item, IsReturn: move.Restored is not null)))
            {
                var recorded = (item.Key.IsReturn ? facts?.Returns : facts?.Issues) ?? 0;
                foreach (var move in item.Skip(recorded))
                {
                    yield return new(document.Tenant, move.Sku, move.Delta);
                }
            }
        }
    }

    private static Dictionary<ReservationKey, long> Units(IEnumerable<IssuedUnits> lines) => lines
        .GroupBy(line => line.Reservation, line => line.Quantity)
        .Where(same => same.Sum() != 0)
        .ToDictionary(same => same.Key, same => same.Sum());

    private static string? Fault(CustodyFacts facts, ShipmentEvent @event) => @event switch
    {
        Planned when facts.Plan is not null => "It was planned twice.",
        not Planned when facts.Plan is null => "Something happened to it before it was planned.",
        GoodsIssued when facts.Issued is not null => "Its goods were issued twice.",
        GoodsIssued when facts.IsCancelled => "Its goods were issued after it was cancelled.",
        GoodsIssued when !facts.HasLeft => "Its goods were issued before anything said that they left.",
        GoodsReturned when facts.Issued is null => "Its goods came back that had not been issued.",
        GoodsReturned when facts.HasLeft => "Its goods came back while something says that they left.",
        Cancelled when facts.Issued is not null => "It was cancelled after its goods had left.",
        MilestoneReported when facts.IsCancelled => "It went on after it was cancelled.",
        _ => null,
    };

    private void Match(
        JournalFold fold, StreamId stream, Planned plan,
        Dictionary<ReservationKey, long> issued, Dictionary<ReservationKey, long> taken)
    {
        var planned = plan.Lines.ToDictionary(line => line.Reservation, line => line.Quantity);
        foreach (var (key, units) in taken.Concat(issued))
        {
            if (units > planned.GetValueOrDefault(key))
            {
                findings.Violated(
                    Custody, stream, null,
                    $"{units} units of {key} left, {planned.GetValueOrDefault(key)} were planned.");
            }
        }
        if (issued.Count != taken.Count || issued.Any(pair => taken.GetValueOrDefault(pair.Key) != pair.Value))
        {
            findings.Unless(
                [fold.Streams.Streams[stream]], Custody, stream, "The stock items let other goods go than it says.");
        }
    }
}

/// <summary>A shipment's goods, from its events alone.</summary>
internal sealed class CustodyFacts
{
    /// <summary>What was planned.</summary>
    public Planned? Plan { get; set; }

    /// <summary>What left and did not come back.</summary>
    public Items<IssuedUnits>? Issued { get; set; }

    /// <summary>How often goods left.</summary>
    public int Issues { get; set; }

    /// <summary>How often they came back.</summary>
    public int Returns { get; set; }

    /// <summary>The ranks of its milestones.</summary>
    public Dictionary<MilestoneId, ShipmentStatus> Ranks { get; } = [];

    /// <summary>Whether a milestone says that the goods left.</summary>
    public bool HasLeft => Ranks.Values.Any(rank => rank >= ShipmentStatus.Dispatched);

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled { get; set; }
}
