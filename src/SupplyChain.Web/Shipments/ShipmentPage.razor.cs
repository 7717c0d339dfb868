using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner.Entities;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Shipments;

/// <summary>A shipment: when it was promised and when it comes, what was reported when, and what can be done.</summary>
public partial class ShipmentPage : EntityPage<ShipmentSeen>
{
    /// <summary>The shipment's number.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <inheritdoc/>
    public override string EntityId => Id;

    /// <inheritdoc/>
    protected override ListAddress WithoutDrawer => base.WithoutDrawer.With("milestone");

    [Inject] private ShipmentReading Reading { get; set; } = default!;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject == $"shipment/{Id}" || (Shown?.Shipment.Owner is { } owner && @event.Subject == $"{owner.Kind}/{owner.Id}");

    /// <inheritdoc/>
    protected override Task<ShipmentSeen?> ReadAsync(CancellationToken cancellationToken) =>
        Reading.ReadAsync(Id, Then, cancellationToken);
}
