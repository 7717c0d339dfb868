using SupplyChain.Planner.Lists;

namespace SupplyChain.Orders.Bulk;

/// <summary>
/// What a planner selected among orders and what is done to them, for as long as their tab: an order can be looked at
/// in between.
/// </summary>
public sealed class OrderDesk : IDisposable
{
    private const int MaxSelected = 10_000;

    /// <summary>The orders that are selected.</summary>
    public ListSelection<OrderSummary> Selection { get; } = new(
        order => order.Number.Value, order => order.Version, MaxSelected);

    /// <summary>What is done, or was: kept until it is put away; null when nothing is.</summary>
    public OrderBulk? Bulk { get; private set; }

    /// <summary>Begins it; nothing else may be going on.</summary>
    public void Begin(OrderBulk bulk)
    {
        Bulk = bulk;
        _ = bulk.RunAsync();
    }

    /// <summary>What was changed is seen: it may be changed again without being shown first.</summary>
    public void Look() =>
        Selection.See((Bulk?.Results ?? []).Select(result => result.Now).OfType<OrderSummary>());

    /// <summary>Puts the results away.</summary>
    public void PutAway()
    {
        if (Bulk is { IsRunning: false })
            Bulk = null;
    }

    /// <summary>The tab is gone: what is under way is finished, nothing more is begun.</summary>
    public void Dispose() => Bulk?.Stop();
}
