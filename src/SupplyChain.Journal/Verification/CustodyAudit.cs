using SupplyChain.Inventory;
using SupplyChain.Shipments;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Journal.Verification;

/// <summary>
/// Follows the goods of every shipment: planned once, issued once and no more than planned, and never both issued and
/// cancelled.
/// </summary>
internal sealed class CustodyAudit(Findings findings)
{
    /// <summary>Custody is one forward path, and no more is shipped than was ordered.</summary>
    public const string Custody = "shipment-custody";

    /// <summary>Every shipment.</summary>
    public Dictionary<StreamId, CustodyFacts> Shipments { get; } = [];

    /// <summary>Takes in an event of a shipment.</summary>
    public void Take(JournaledEvent row, ShipmentEvent @event)
    {
        if (!Shipments.TryGetValue(row.Stream, out var facts))
        {
            Shipments[row.Stream] = facts = new();
        }
        if (Fault(facts, @event) is { } fault)
        {
            findings.Violated(Custody, row.Stream, row.Version, fault);
        }
        switch (@event)
        {
            case Planned planned:
                facts.Plan = planned;
                break;
            case MilestoneReported milestone:
                facts.HasLeft |= milestone.Kind.Rank() >= ShipmentStatus.Dispatched;
                break;
            case GoodsIssued issued:
                facts.Issued = issued.Lines;
                break;
            case Cancelled:
                facts.IsCancelled = true;
                break;
        }
    }

    /// <summary>Judges shipped against ordered units, and issues against what the stock items let go.</summary>
    public void Conclude(JournalFold fold)
    {
        foreach (var (stream, facts) in Shipments)
        {
            var taken = fold.Stock.Issued.GetValueOrDefault((stream.Tenant, stream.Id)) ?? [];
            if (taken.GroupBy(issue => issue.Item).Any(issues => issues.Count() > 1))
            {
                findings.Violated(Custody, stream, null, "A stock item let its goods go more than once.");
            }
            if (facts.Plan is { } plan)
            {
                Match(fold, stream, plan, Units(facts.Issued ?? []), Units(taken.SelectMany(issue => issue.Lines)));
            }
        }
        foreach (var (stream, order) in fold.Orders.States)
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

    private static Dictionary<ReservationKey, long> Units(IEnumerable<IssueGoodsLine> lines) => lines
        .Where(line => line.Quantity > 0)
        .GroupBy(line => line.Reservation)
        .ToDictionary(same => same.Key, same => same.Sum(line => line.Quantity));

    private static string? Fault(CustodyFacts facts, ShipmentEvent @event) => @event switch
    {
        Planned when facts.Plan is not null => "It was planned twice.",
        not Planned when facts.Plan is null => "Something happened to it before it was planned.",
        GoodsIssued when facts.Issued is not null => "Its goods were issued twice.",
        GoodsIssued when facts.IsCancelled => "Its goods were issued after it was cancelled.",
        GoodsIssued when !facts.HasLeft => "Its goods were issued before anything said that they left.",
        Cancelled when facts.HasLeft || facts.Issued is not null => "It was cancelled after its goods had left.",
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

    /// <summary>What left.</summary>
    public Items<IssueGoodsLine>? Issued { get; set; }

    /// <summary>Whether a milestone said that the goods left.</summary>
    public bool HasLeft { get; set; }

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled { get; set; }
}
