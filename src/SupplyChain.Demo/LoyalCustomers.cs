namespace SupplyChain.Demo;

/// <summary>
/// Customers that want their goods from one warehouse and no other: of all hours they order in the one before it
/// closes, and then they wait for it.
/// </summary>
internal sealed class LoyalCustomers(
    Seed seed, OrderBook book, BadDays badDays, Assortment assortment, OrderDesk desk) : IPlan
{
    private static readonly TimeSpan StepInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan OrderMargin = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public IEnumerable<Errand> During(DateTimeOffset hour)
    {
        foreach (var site in Warehouses.All)
        {
            if (badDays.Around(site, hour + StepInterval) is not { } day)
                continue;
            var at = day.From - OrderMargin;
            if (at < hour || at >= hour + StepInterval)
                continue;
            var customer = book.Quiet(hour, site.Id);
            var chance = seed.For("loyal", site.Id, LocalTime.HourOf(hour));
            var product = chance.Pick(assortment.Of(site)).Product;
            var order = Arrival.Pinned(customer, site, product, chance.Between(2, 20), hour, at);
            yield return new(at, order.Number.Value, cancellationToken => desk.PlaceAsync(order, cancellationToken));
        }
    }
}
