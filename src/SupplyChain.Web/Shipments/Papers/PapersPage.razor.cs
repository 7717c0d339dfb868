using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Planner.Entities;

namespace SupplyChain.Shipments.Papers;

/// <summary>What goes to a printer about a shipment: the pick list, the packing slip and the label.</summary>
public partial class PapersPage : EntityPage<ShipmentSeen>
{
    private static readonly (string Paper, string Title)[] Papers =
        [("pick", "Pick list"), ("slip", "Packing slip"), ("label", "Shipping label")];

    private readonly FormSending _sending = new();

    /// <summary>The shipment's number.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <inheritdoc/>
    public override string EntityId => Id;

    [Inject] private ShipmentReading Reading { get; set; } = default!;

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    /// <summary>The paper that is shown: the one in the address, else the pick list.</summary>
    private string Paper => Address.One("paper") is { } asked && Array.Exists(Papers, paper => paper.Paper == asked)
        ? asked
        : Papers[0].Paper;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject == $"shipment/{Id}" || (Shown?.Shipment.Owner is { } owner && @event.Subject == $"{owner.Kind}/{owner.Id}");

    /// <inheritdoc/>
    protected override Task<ShipmentSeen?> ReadAsync(CancellationToken cancellationToken) =>
        Reading.ReadAsync(Id, Then, cancellationToken);

    private Task LabelAsync() => _sending.SendAsync<ShipmentDetails>(
        "numbered", async () => await Chain.Shipments.LabelAsync(Id), _ => RefreshAsync());
}
