using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner.Entities;

namespace SupplyChain.Network;

/// <summary>A warehouse: what it sent, what waits to leave it, and how far its closing is.</summary>
public partial class WarehousePage : EntityPage<WarehouseSeen>
{
    /// <summary>The warehouse.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <inheritdoc/>
    public override string EntityId => Id;

    /// <inheritdoc/>
    protected override TimeSpan Pace { get; } = TimeSpan.FromSeconds(2);

    [Inject] private WarehouseReading Reading { get; set; } = default!;

    /// <summary>A shipment's events do not name its warehouse, so that each may be about one of here.</summary>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject == $"warehouse/{Id}"
        || @event.Subject.StartsWith("shipment/", StringComparison.Ordinal)
        || (@event.Subject.StartsWith("stock/", StringComparison.Ordinal)
            && @event.Subject.EndsWith($"@{Id}", StringComparison.Ordinal));

    /// <inheritdoc/>
    protected override Task<WarehouseSeen?> ReadAsync(CancellationToken cancellationToken) =>
        Reading.ReadAsync(Id, Viewer.BusinessNow, cancellationToken);
}
