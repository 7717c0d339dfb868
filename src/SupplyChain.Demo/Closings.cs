using SupplyChain.Network;

namespace SupplyChain.Demo;

/// <summary>Closes and opens warehouses on their <see cref="BadDays"/>.</summary>
internal sealed class Closings(BadDays badDays, Erp erp, DayBook dayBook) : IPlan
{
    private static readonly TimeSpan StepInterval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public IEnumerable<Errand> During(DateTimeOffset hour)
    {
        foreach (var site in Warehouses.All)
        {
            if (badDays.Around(site, hour) is not { } day)
                continue;
            if (day.From >= hour && day.From < hour + StepInterval)
                yield return new(day.From, site.Id, cancellationToken => CloseAsync(site, day, cancellationToken));
            if (day.To >= hour && day.To < hour + StepInterval)
                yield return new(day.To, site.Id, cancellationToken => OpenAsync(site, cancellationToken));
        }
    }

    private async Task CloseAsync(WarehouseSite site, BadDay day, CancellationToken cancellationToken)
    {
        var close = new CloseWarehouse(day.Reason);
        var reply = await erp.AskAsync(
            chain => chain.Warehouses.CloseAsync(site.Id, close, cancellationToken), cancellationToken);
        if (erp.Accepted(site.Id, reply) is not null)
            dayBook.Closed();
    }

    private async Task OpenAsync(WarehouseSite site, CancellationToken cancellationToken)
    {
        var open = new OpenWarehouse("Back to normal");
        var reply = await erp.AskAsync(
            chain => chain.Warehouses.OpenAsync(site.Id, open, cancellationToken), cancellationToken);
        erp.Accepted(site.Id, reply);
    }
}
