using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner.Entities;

namespace SupplyChain.Transfers;

/// <summary>A transfer: where its units are, what travels, what arrived, and what can be done.</summary>
public partial class TransferPage : EntityPage<TransferSeen>
{
    /// <summary>The transfer's number.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <inheritdoc/>
    public override string EntityId => Id;

    [Inject] private TransferReading Reading { get; set; } = default!;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject == $"transfer/{Id}"
        || (Shown?.Transfer.Shipments.Any(one => @event.Subject == $"shipment/{one.Id}") ?? false);

    /// <inheritdoc/>
    protected override Task<TransferSeen?> ReadAsync(CancellationToken cancellationToken) =>
        Reading.ReadAsync(Id, Then, cancellationToken);
}
