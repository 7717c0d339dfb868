using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;
using SupplyChain.Shipments;

namespace SupplyChain.Network;

/// <summary>Closes a warehouse, after saying in figures what is known of the consequences.</summary>
public partial class CloseDrawer : IDisposable
{
    private string _reason = "";
    private readonly FormSending _sending = new();
    private WarehouseDetails? _closed;
    private Foreseeing<ClosingPreview> _foreseen = default!;

    /// <summary>The warehouse, and what is in it now.</summary>
    [Parameter, EditorRequired] public WarehouseSeen Seen { get; set; } = default!;

    /// <summary>Nothing more is to be done.</summary>
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    /// <summary>Is told that it was closed.</summary>
    [Parameter, EditorRequired] public EventCallback OnDone { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private WarehouseLoad Load => Seen.Load;

    private WaitingShipments Planned => Load.Waiting.First(some => some.Status == ShipmentStatus.Planned);

    private IEnumerable<WaitingShipments> Stay => Load.Waiting.Where(some => some.Status != ShipmentStatus.Planned);

    /// <summary>What the page heard since is newer than the answer.</summary>
    private ClosingDetails? Closing => Seen.Warehouse.Closing ?? _closed?.Closing;

    private int Pending => Closing?.Pending ?? 0;

    private string Lead => _closed is null
        ? $"Nothing is changed yet. On what is here as of {Words.Clock(Seen.At, Viewer)}, "
            + $"version {Seen.Warehouse.Version}."
        : $"Reason: {_reason.Trim()}.";

    private static string Lines(long count) => count == 1 ? "line" : "lines";

    private static string Shipments(long count) => count == 1 ? "shipment" : "shipments";

    /// <inheritdoc/>
    public void Dispose()
    {
        _foreseen.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _foreseen = new(() => InvokeAsync(StateHasChanged));
        if (Seen.Warehouse.Status == WarehouseStatus.Open)
        {
            _foreseen.Ask(
                async stop => await Chain.Warehouses.PreviewCloseAsync(
                    Seen.Warehouse.Id, new("asked beforehand"), stop),
                "closed");
        }
    }

    private Task SendAsync() => _sending.SendAsync<WarehouseDetails>(
        "closed",
        async () => await Chain.With(new CallOptions { IfMatch = Seen.Warehouse.Version })
            .Warehouses.CloseAsync(Seen.Warehouse.Id, new(_reason.Trim())),
        reply =>
        {
            _closed = reply.Value;
            return OnDone.InvokeAsync();
        },
        "The node did not answer. Whether it is closed shows on the page behind this panel.");
}
