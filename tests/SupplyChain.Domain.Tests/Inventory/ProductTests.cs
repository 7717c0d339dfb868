using FluentAssertions;
using Xunit;
using static SupplyChain.Inventory.ProductEvent;

namespace SupplyChain.Inventory;

public sealed class ProductTests : RuleBook<Product, ProductEvent>
{
    private static readonly PutProduct Pump = new("A pump", "4006381333931", 2.5, 0.01);
    private static readonly Defined Known = new("A pump", "4006381333931", 2.5, 0.01);

    [Fact]
    public void A_product_is_defined() =>
        Given()
            .When(product => Product.Decide(product, Pump)).Then(Known)
            .Leaving(product => product.Details("PUMP").Should().Be(
                new ProductDetails("PUMP", "A pump", "4006381333931", 2.5, 0.01, 1)));

    [Fact]
    public void The_same_again_changes_nothing() =>
        Given(Known).When(product => Product.Decide(product, Pump)).ThenNothing();

    [Fact]
    public void It_is_replaced_as_a_whole() =>
        Given(Known)
            .When(product => Product.Decide(product, new PutProduct("A better pump")))
            .Then(new Defined("A better pump", null, null, null))
            .Leaving(product => product.Details("PUMP")!.UnitWeightKg.Should().BeNull());

    [Fact]
    public void A_product_nobody_defined_is_not_there() => Given().State.Details("PUMP").Should().BeNull();
}
