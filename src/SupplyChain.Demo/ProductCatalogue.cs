using System.Globalization;
using SupplyChain.Inventory;

namespace SupplyChain.Demo;

/// <summary>The products and how much they are wanted: a few very much, most hardly ever (Zipf's law).</summary>
internal sealed class ProductCatalogue
{
    private const double Exponent = 0.9;

    /// <summary>The first ranks are not quite as far ahead as the law says.</summary>
    private const int Flattening = 10;

    private readonly double[] _cumulative;
    private readonly Dictionary<Sku, Product> _bySku;

    /// <summary>The catalogue that grows from a seed.</summary>
    public ProductCatalogue(Seed seed)
    {
        All = ByDemand(seed);
        _bySku = All.ToDictionary(product => product.Sku);
        _cumulative = new double[All.Count];
        var sum = 0.0;
        for (var index = 0; index < All.Count; index++)
            _cumulative[index] = sum += All[index].Share;
    }

    /// <summary>Every product, the most wanted first.</summary>
    public IReadOnlyList<Product> All { get; }

    /// <summary>Mean units of an order line of an average customer.</summary>
    public double MeanQuantity => All.Sum(product => product.Share * product.UsualQuantity);

    /// <summary>The product of a SKU; null when it is none of the demo world's.</summary>
    public Product? Find(Sku sku) => _bySku.GetValueOrDefault(sku);

    /// <summary>A product that is wanted.</summary>
    public Product Draw(Chance chance)
    {
        var found = Array.BinarySearch(_cumulative, chance.Fraction());
        return All[Math.Min(found < 0 ? ~found : found + 1, All.Count - 1)];
    }

    private static Product[] ByDemand(Seed seed)
    {
        var products = ProductFamily.Load().SelectMany(Members)
            .OrderBy(product => seed.For("popularity", product.Sku.Value).Fraction())
            .ToArray();
        var weights = Enumerable.Range(1, products.Length)
            .Select(rank => Math.Pow(rank + Flattening, -Exponent)).ToArray();
        var total = weights.Sum();
        return products.Select((product, rank) => product with { Share = weights[rank] / total }).ToArray();
    }

    private static IEnumerable<Product> Members(ProductFamily family, int index)
    {
        var number = 0;
        foreach (var first in family.FirstVariants)
        {
            var size = 0.8 + (0.1 * (number / family.SecondVariants.Count));
            foreach (var second in family.SecondVariants)
            {
                number++;
                yield return new(
                    string.Create(CultureInfo.InvariantCulture, $"{family.Code}-{number:00}"),
                    $"{family.Name}, {first}, {second}",
                    Gtin.Restricted((index * 1000L) + number),
                    Math.Round(family.UnitWeightKg * size, 3),
                    Math.Round(family.UnitVolumeM3 * size, 5),
                    Math.Round(family.PriceUsd * (decimal)size, 2),
                    family.UsualQuantity,
                    0);
            }
        }
    }
}
