namespace SupplyChain.Demo;

/// <summary>What each warehouse keeps: the more a product is wanted, the more warehouses have it.</summary>
internal sealed class Assortment
{
    /// <summary>Days of demand a full shelf covers.</summary>
    private const double CoverDays = 30;

    /// <summary>A full shelf holds at least this many usual orders.</summary>
    private const int MinOrdersOnShelf = 10;

    private readonly Dictionary<string, IReadOnlyList<StockTarget>> _targets;

    /// <summary>The assortment that grows from a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="catalogue">The products.</param>
    /// <param name="linesPerDay">Order lines of a day.</param>
    public Assortment(Seed seed, ProductCatalogue catalogue, double linesPerDay)
    {
        var targets = Warehouses.All.ToDictionary(site => site.Id, _ => new List<StockTarget>());
        for (var rank = 0; rank < catalogue.All.Count; rank++)
        {
            var product = catalogue.All[rank];
            var keepers = Keepers(seed, product, HowMany(rank));
            var demand = product.Share * linesPerDay * product.UsualQuantity * CoverDays / keepers.Length;
            var target = new StockTarget(
                product, (long)Math.Ceiling(Math.Max(demand, product.UsualQuantity * MinOrdersOnShelf)));
            foreach (var site in keepers)
                targets[site.Id].Add(target);
        }

        _targets = targets.ToDictionary(entry => entry.Key, IReadOnlyList<StockTarget> (entry) => entry.Value);
    }

    /// <summary>What a warehouse keeps, the most wanted first.</summary>
    public IReadOnlyList<StockTarget> Of(WarehouseSite site) => _targets[site.Id];

    private static int HowMany(int rank) => rank switch
    {
        < 50 => 16,
        < 300 => 8,
        _ => 4,
    };

    /// <summary>
    /// Spread over the regions first; within one, large warehouses (the first bands) keep more products.
    /// </summary>
    private static WarehouseSite[] Keepers(Seed seed, Product product, int count) => Warehouses.All
        .Select(site => (
            Site: site, Draw: seed.For("assortment", $"{product.Sku}@{site.Id}").Exponential(site.Priority)))
        .GroupBy(drawn => drawn.Site.Region)
        .SelectMany(region => region.OrderBy(drawn => drawn.Draw)
            .Select((drawn, round) => (drawn.Site, drawn.Draw, Round: round)))
        .OrderBy(drawn => drawn.Round)
        .ThenBy(drawn => drawn.Draw)
        .Take(count)
        .Select(drawn => drawn.Site)
        .ToArray();
}
