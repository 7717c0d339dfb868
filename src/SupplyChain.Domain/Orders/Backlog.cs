using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using static SupplyChain.Orders.BacklogEvent;

namespace SupplyChain.Orders;

/// <summary>The lines that wait for one product: by priority, then by the age of their owners.</summary>
public sealed partial record Backlog : IAggregate<Backlog, BacklogEvent>
{
    /// <inheritdoc/>
    public static string Kind => "backlog";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static Backlog Initial { get; } = new();

    /// <summary>The lines by their place; the places sort as the queue is served.</summary>
    public ImmutableSortedDictionary<string, QueuedLine> Queue { get; init; } =
        ImmutableSortedDictionary.Create<string, QueuedLine>(StringComparer.Ordinal);

    /// <summary>
    /// Lines for which there are units, while others of their owners, which are served together, are short, by demand.
    /// They can be claimed, and no owner is kept from the product for them.
    /// </summary>
    public ImmutableDictionary<string, QueuedLine> StandingBy { get; init; } =
        ImmutableDictionary<string, QueuedLine>.Empty;

    /// <summary>The place of each line in the queue, by demand.</summary>
    public ImmutableDictionary<string, string> Places { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Grants the stock items have not answered, by number.</summary>
    public ImmutableSortedDictionary<int, LineGrant> Proposed { get; init; } =
        ImmutableSortedDictionary<int, LineGrant>.Empty;

    /// <summary>Grants that are reserved and that their owners have not taken over, by number.</summary>
    public ImmutableSortedDictionary<int, LineGrant> Unsettled { get; init; } =
        ImmutableSortedDictionary<int, LineGrant>.Empty;

    /// <summary>Owners served together that have still to hear that a line of theirs could be served.</summary>
    public Items<DemandOwner> Asked { get; init; }

    /// <summary>Whether the stock items were marked as rationed, as release 0.1 did; see <see cref="IsRationed"/>.
    /// </summary>
    public bool Rationed { get; init; }

    /// <summary>The number of the last grant.</summary>
    public int Attempt { get; init; }

    /// <summary>Whether units go only to lines that wait, because there are some.</summary>
    [JsonIgnore]
    public bool IsRationed => !Queue.IsEmpty;

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Backlog state) =>
        !state.Proposed.IsEmpty ? SupplyChain.UnfinishedWork.Own
        : state.Unsettled.IsEmpty && state.Asked.Count == 0 ? SupplyChain.UnfinishedWork.None
        : SupplyChain.UnfinishedWork.Handover;

    /// <inheritdoc/>
    public static Backlog Evolve(Backlog state, BacklogEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        Queued queued => queued.Lines.Aggregate(state.Settle(queued.Settled), (backlog, line) => backlog.Set(line)),
        StoodBy stood => stood.Lines.Aggregate(state, (backlog, line) => backlog.Set(line with { StandsBy = true })),
        RationingStarted => state with { Rationed = true },
        RationingEnded => state with { Rationed = false },
        GrantsProposed proposed => state with
        {
            Proposed = state.Proposed.SetItems(proposed.Grants.Select(g => KeyValuePair.Create(g.Attempt, g))),
            Attempt = proposed.Grants.Max(grant => grant.Attempt),
        },
        Granted granted => granted.Grants.Aggregate(
            state with { Proposed = state.Proposed.Clear() }, (backlog, grant) => backlog.Grant(grant)),
        GrantsSettled settled => state.Settle(settled.Attempts),
        OwnersAsked asked => state with { Asked = [.. state.Asked, .. asked.Owners] },
        OwnersTold told => state with { Asked = state.Asked.Except(told.Owners).ToItems() },
        _ => throw new UnreachableException($"{@event}"),
    };

    /// <summary>The grants of an owner that it has not taken over.</summary>
    public Items<LineGrant> UnsettledOf(DemandOwner owner) =>
        Unsettled.Values.Where(grant => grant.Owner == owner).ToItems();

    /// <summary>What waits of a demand, in the queue or standing by; null when nothing does.</summary>
    public QueuedLine? Find(DemandId demand) =>
        Places.TryGetValue($"{demand}", out var place)
            ? Queue[place]
            : StandingBy.TryGetValue($"{demand}", out var standing) ? standing with { StandsBy = true } : null;

    /// <summary>The lines of the queue that are served before a line.</summary>
    private IEnumerable<QueuedLine> Before(QueuedLine line)
    {
        var place = PlaceOf(line);
        return Queue.TakeWhile(other => string.CompareOrdinal(other.Key, place) < 0).Select(other => other.Value);
    }

    private static string PlaceOf(QueuedLine line) =>
        $"{line.Priority}/{line.Since.UtcTicks:D19}/{line.Owner}/{line.Line:D9}";

    private Backlog Set(QueuedLine line)
    {
        var key = $"{line.Demand}";
        var without = this with
        {
            Queue = Places.TryGetValue(key, out var place) ? Queue.Remove(place) : Queue,
            Places = Places.Remove(key),
            StandingBy = StandingBy.Remove(key),
        };
        return line.Quantity == 0 ? without
            : line.StandsBy ? without with { StandingBy = without.StandingBy.SetItem(key, line) }
            : without with
            {
                Queue = without.Queue.SetItem(PlaceOf(line), line),
                Places = without.Places.SetItem(key, PlaceOf(line)),
            };
    }

    private Backlog Grant(LineGrant grant)
    {
        var granted = this with { Unsettled = Unsettled.SetItem(grant.Attempt, grant) };
        return Find(grant.Demand) is { } waiting
            ? granted.Set(waiting with { Quantity = Math.Max(0, waiting.Quantity - grant.Quantity) })
            : granted;
    }

    private Backlog Settle(Items<int> attempts) => this with { Unsettled = Unsettled.RemoveRange(attempts) };
}
