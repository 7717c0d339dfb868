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
    private volatile SupplyPlaces? _places;

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
        var places = _places is { } known && known.AreCurrent(streams.Items, time.GetTimestamp())
            ? known
            : await LookAroundAsync();
        var isRationed = streams.Backlog.State.IsRationed;
        var (best, others) = BestCandidates.Of(places.All, streams.Available.All, isRationed, query);
        return new(
            Product, best.Select(item => places.Items[item].Candidate(isRationed, places.All[item])).ToItems(),
            others, isRationed);
    }

    /// <summary>Asks for the warehouses that were not heard of lately, all at once: then none has to be asked for
    /// again soon.</summary>
    private async ValueTask<SupplyPlaces> LookAroundAsync()
    {
        var (items, version, now) = (streams.Items, map.Version, time.GetTimestamp());
        var asked = items.Where(item => item.Known.HeardAt is not { } at || !map.IsFresh(at, now))
            .Select(item => map.AskAsync(tenant, item.Warehouse)).ToList();
        if (asked.Count > 0)
        {
            await Task.WhenAll(asked);
        }
        return _places = new(items, map, version, time.GetTimestamp(), _places);
    }

    private sealed record KnownProduct(ProductDetails Details, long At);
}
