using FluentAssertions;
using SupplyChain.Network;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Demo;

public sealed class NetworkTests
{
    [Fact]
    public void Every_warehouse_can_be_defined() =>
        Warehouses.All.SelectMany(site => site.Definition.Validate()).Should().BeEmpty();

    [Fact]
    public void About_fifty_warehouses_stand_in_all_regions()
    {
        Warehouses.All.Count.Should().BeInRange(45, 60);
        Warehouses.All.Should().OnlyHaveUniqueItems(site => site.Id);
        Warehouses.All.Select(site => site.Region).Distinct().Should().BeEquivalentTo(
            ["Europe", "North America", "South America", "Africa", "Middle East", "Asia", "Oceania"]);
    }

    [Fact]
    public void A_warehouse_is_within_reach_of_the_reference_point_of_its_country()
    {
        foreach (var site in Warehouses.All)
        {
            CountryReferencePoints.TryGet(site.Place.Country, out var capital).Should().BeTrue();
            site.Place.Unlocode.Should().StartWith(site.Place.Country);
            GreatCircle.DistanceKm(capital, site.Place.Point).Should().BeLessThan(4_000, site.Id);
        }
    }

    [Fact]
    public void Two_hundred_customers_in_many_countries_can_be_shipped_to()
    {
        Customers.All.Should().HaveCount(200).And.OnlyHaveUniqueItems(customer => customer.Id);
        Customers.All.Select(customer => customer.City.Country).Distinct().Should().HaveCountGreaterThan(50);
        foreach (var customer in Customers.All)
        {
            CountryReferencePoints.TryGet(customer.City.Country, out _).Should().BeTrue(customer.Id);
            customer.City.Unlocode.Should().StartWith(customer.City.Country);
            Identifier.IsValid(customer.Id).Should().BeTrue();
        }
    }

    [Fact]
    public void An_order_number_tells_its_customer()
    {
        var customer = Customers.All[16];
        var number = OrderNumber.Of(new DateTimeOffset(2026, 3, 15, 14, 0, 0, TimeSpan.Zero), customer);
        number.Should().Be((OrderId)"SO-26031514-017");
        OrderNumber.CustomerOf(number).Should().BeSameAs(customer);
        OrderNumber.Shipment(number, 26, 1).Value.Should().Be("SH-26031514-017-26b");
    }

    [Theory]
    [InlineData("SO-26031514-000")]
    [InlineData("SO-26031514-999")]
    [InlineData("SO-26031514-01")]
    [InlineData("XX-26031514-017")]
    [InlineData("ERP-4711")]
    public void Orders_of_others_are_left_alone(string number) => OrderNumber.CustomerOf(number).Should().BeNull();
}
