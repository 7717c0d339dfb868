using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using Xunit;

namespace SupplyChain.Demo;

public sealed class ProductTests
{
    private static readonly Seed Seed = new(7);
    private static readonly ProductCatalogue Catalogue = new(Seed);

    [Fact]
    public void A_thousand_products_can_be_defined()
    {
        Catalogue.All.Should().HaveCount(1_000)
            .And.OnlyHaveUniqueItems(product => product.Sku).And.OnlyHaveUniqueItems(product => product.Description);
        Catalogue.All.SelectMany(product => product.Definition.Validate()).Should().BeEmpty();
        Catalogue.All.Should().OnlyContain(product => Identifier.IsValid(product.Sku.Value));
    }

    [Fact]
    public void Every_GTIN_is_of_the_restricted_range_and_has_a_right_check_digit()
    {
        Catalogue.All.Should().OnlyHaveUniqueItems(product => product.Gtin);
        Catalogue.All.Should().OnlyContain(product => product.Gtin.Length == 13 && product.Gtin[0] == '2');
        Catalogue.All.Should().OnlyContain(product => CheckDigit.IsGtin(product.Gtin));
    }

    [Fact]
    public void A_few_products_are_wanted_much_and_most_hardly_ever()
    {
        Catalogue.All.Sum(product => product.Share).Should().BeApproximately(1, 1e-9);
        Catalogue.All.Take(100).Sum(product => product.Share).Should().BeInRange(0.3, 0.6);
        Catalogue.All[^1].Share.Should().BeLessThan(Catalogue.All[0].Share / 20);
    }

    [Fact]
    public void Products_are_drawn_as_often_as_their_share_says()
    {
        var chance = Seed.For("draw");
        var drawn = Enumerable.Range(0, 20_000).Select(_ => Catalogue.Draw(chance)).ToArray();
        foreach (var product in Catalogue.All.Take(20))
            drawn.Count(found => found == product).Should().BeCloseTo((int)(product.Share * 20_000), 80);
    }

    [Fact]
    public void Every_product_is_kept_by_several_warehouses_and_every_warehouse_keeps_some()
    {
        var assortment = new Assortment(Seed, Catalogue, 192);
        var kept = Warehouses.All.SelectMany(assortment.Of).GroupBy(target => target.Product).ToArray();
        kept.Should().HaveCount(1_000).And.OnlyContain(targets => targets.Count() >= 4);
        kept.Should().OnlyContain(targets => targets.All(target => target.Units > target.ReorderPoint));
        Warehouses.All.Should().OnlyContain(site =>
            assortment.Of(site).Count > 20 && assortment.Of(site).Count <= Limits.MaxLines);
    }
}
