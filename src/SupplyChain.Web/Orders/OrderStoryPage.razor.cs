using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Planner.Entities;

namespace SupplyChain.Orders;

/// <summary>An order's story: what every actor did for it, from the call that placed it to the truck.</summary>
public partial class OrderStoryPage : EntityPage<OrderStorySeen>
{
    private const int EntriesShown = 500;

    private string? _after;
    private bool _isRaw;

    /// <summary>The order's number.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <inheritdoc/>
    public override string EntityId => Number;

    /// <inheritdoc/>
    protected override TimeSpan Pace { get; } = TimeSpan.FromMilliseconds(500);

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private Names Names { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject == $"order/{Number}" || @event.Data.Contains($"\"{Number}\"", StringComparison.Ordinal)
        || Shown?.Entries.Items.Any(entry => entry.Subject == @event.Subject
            && OrderStorySeen.Lane(entry) == "shipment") == true;

    /// <inheritdoc/>
    protected override async Task<OrderStorySeen?> ReadAsync(CancellationToken cancellationToken)
    {
        var page = await Chain.Orders.StoryPageAsync(
            Number, new PageQuery(EntriesShown, Address.After), cancellationToken);
        if (page is null)
            return null;
        var sites = await Names.WarehousesAsync(cancellationToken);
        return new(Number, page, sites.ToDictionary(site => site.Key.Value, site => site.Value.Name), Time.GetUtcNow());
    }

    /// <inheritdoc/>
    protected override async Task FollowAsync()
    {
        if (_after != Address.After && Shown is not null)
            await ReadShownAsync();
        _after = Address.After;
    }
}
