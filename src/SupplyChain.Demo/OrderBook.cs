using SupplyChain.Orders;

namespace SupplyChain.Demo;

/// <summary>Which orders arrive when. A customer places at most one in an hour, by day rather than by night.</summary>
internal sealed class OrderBook(Seed seed, ProductCatalogue catalogue, double ordersPerHour)
{
    /// <summary>Mean lines of an order.</summary>
    public const double MeanLines = 2;

    private const double ShareOfDated = 0.30;
    private const double ShareOfStockOrders = 0.12;
    private const double ShareOfProjects = 0.01;
    private const double ShareOfPinned = 0.01;
    private const double ShareOfRush = 0.08;
    private const int ProjectSize = 25;
    private const string Currency = "USD";

    /// <summary>Orders of the hour that begins then, the earliest first.</summary>
    public IReadOnlyList<Arrival> Arrivals(DateTimeOffset hour)
    {
        var arrivals = new List<Arrival>();
        foreach (var customer in Customers.All)
        {
            var chance = seed.For("order", customer.Id, LocalTime.HourOf(hour));
            var local = LocalTime.In(customer.City.TimeZone, hour);
            var expected = ordersPerHour * customer.Kind.Activity / Customers.Activity * Rhythm.At(local);
            if (chance.Happens(expected))
                arrivals.Add(Write(customer, hour, local.AddMinutes(chance.Between(0, 59)), chance));
        }

        return arrivals.OrderBy(arrival => arrival.At).ToArray();
    }

    /// <summary>A customer of whom no order arrives in the hour that begins then, the same one every time.</summary>
    public Customer Quiet(DateTimeOffset hour, string purpose)
    {
        var busy = Arrivals(hour).Select(arrival => arrival.Order.Customer.Value).ToHashSet();
        return seed.For("quiet", purpose, LocalTime.HourOf(hour))
            .Pick(Customers.All.Where(customer => !busy.Contains(customer.Id)).ToArray());
    }

    private Arrival Write(Customer customer, DateTimeOffset hour, DateTimeOffset at, Chance chance)
    {
        var today = DateOnly.FromDateTime(at.DateTime);
        var requested = Requested(today, chance);
        var rush = chance.Happens(ShareOfRush);
        var policy = Policy(chance);
        var order = new PlaceOrder(
            customer.Id, customer.ShipTo, Lines(customer, chance),
            rush ? 1 : customer.Kind.Priority, requested, at, policy);
        return new(OrderNumber.Of(hour, customer), at, order);
    }

    /// <summary>Most leave the date to us; some want it by a date, some fill their shelves long before.</summary>
    private static DateOnly? Requested(DateOnly today, Chance chance)
    {
        var kind = chance.Fraction();
        return kind < ShareOfStockOrders ? today.AddDays(chance.Between(28, 50))
            : kind < ShareOfStockOrders + ShareOfDated ? today.AddDays(chance.Between(5, 16))
            : null;
    }

    private static OrderPolicy? Policy(Chance chance) => chance.Fraction() switch
    {
        < 0.05 => new OrderPolicy(ShipComplete: true),
        < 0.09 => new OrderPolicy(AllowBackorder: false),
        < 0.12 => new OrderPolicy(AllowSplit: false),
        < 0.14 => new OrderPolicy(MaxShipments: 1),
        _ => null,
    };

    private Items<PlaceOrderLine> Lines(Customer customer, Chance chance)
    {
        var products = new HashSet<Product>();
        var count = chance.Between(1, customer.Kind.MostLines);
        while (products.Count < count)
            products.Add(catalogue.Draw(chance));
        var size = customer.Kind.Appetite * (chance.Happens(ShareOfProjects) ? ProjectSize : 1);
        return products.Select((product, index) => Line(index + 1, product, size, chance)).ToItems();
    }

    private static PlaceOrderLine Line(int number, Product product, double size, Chance chance)
    {
        var quantity = 1 + (long)chance.Exponential(product.UsualQuantity * size);
        var pinned = chance.Happens(ShareOfPinned) ? chance.Pick(Warehouses.All).Id : null;
        return new(
            number, product.Sku, quantity, pinned is null ? null : new(pinned),
            Value: new Money(product.PriceUsd * quantity, Currency));
    }
}
