using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// Where units of a product are, as its supply has decided until now. States never change, so actors of the same silo
/// may look while the supply decides: each stock item is seen as it was before or after a decision.
/// </summary>
internal sealed class SupplyView(SupplyStreams streams, NetworkMap map, TenantId tenant, TimeProvider time)
{
    private static readonly TimeSpan MaxProductAge = TimeSpan.FromMinutes(1);

    private volatile KnownProduct? _known;

    /// <summary>The product; null when it is not defined, or was not asked for.</summary>
    public ProductDetails? Product => _known?.Details;

    /// <summary>Whether the product was asked for, or told what it is, a short while ago.</summary>
    public bool KnowsProduct => _known is { } known && time.GetElapsedTime(known.At) < MaxProductAge;

    /// <summary>Takes what the product is, unless that is older than what is known.</summary>
    public void Learn(ProductDetails product)
    {
        if (Product is not { } known || product.Version >= known.Version)
        {
            _known = new(product, time.GetTimestamp());
        }
    }

    /// <summary>The best places to take units from.</summary>
    public async ValueTask<AvailabilityReply> FindAsync(FindCandidates query)
    {
        var items = streams.Items;
        var isRationed = streams.Backlog.State.IsRationed;
        var candidates = new List<AvailabilityCandidate>(items.Length);
        foreach (var item in items)
        {
            if (item.Version > 0 && (query.OnlyFrom is not { } only || only.Contains(item.Warehouse))
                && await map.FindAsync(tenant, item.Warehouse) is { } warehouse)
            {
                candidates.Add(new(
                    item.Level(isRationed), warehouse.Status == WarehouseStatus.Open, warehouse.Latitude,
                    warehouse.Longitude, warehouse.Priority));
            }
        }
        var (best, others) = BestCandidates.Of(candidates, query);
        return new(Product, best, others, isRationed);
    }

    private sealed record KnownProduct(ProductDetails Details, long At);
}
