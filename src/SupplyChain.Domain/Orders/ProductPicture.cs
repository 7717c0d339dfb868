using System.Collections.Immutable;
using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>One product in a <see cref="StockPicture"/>.</summary>
/// <param name="Candidates">Where units are, each warehouse at most once.</param>
/// <param name="Others">Warehouses that are not among them, counted per reason.</param>
/// <param name="UnitWeightKg">The weight of a unit; null when unknown.</param>
/// <param name="Queue">Who waits for it.</param>
public sealed record ProductPicture(
    ImmutableArray<StockCandidate> Candidates,
    ImmutableSortedDictionary<RejectionReason, int> Others,
    double? UnitWeightKg,
    Backlog Queue)
{
    /// <summary>An empty queue. What it would grant has numbers above those of all real grants, so that orders take
    /// it for news.</summary>
    public static Backlog EmptyQueue { get; } = Backlog.Initial with { Attempt = 1_000_000_000 };

    /// <summary>Whether units go to waiting lines only.</summary>
    public bool IsRationed => !Queue.Queue.IsEmpty || Candidates.Any(candidate => candidate.Rationed);

    /// <summary>The product as sourcing sees it.</summary>
    public SkuAvailability Availability(Sku sku) => new(
        sku,
        Queue.Queue.IsEmpty
            ? Candidates
            : Candidates.Select(candidate => candidate with { Rationed = true }).ToImmutableArray())
    {
        Others = Others,
    };
}
