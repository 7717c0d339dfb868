using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;
using SupplyChain.Shipments;

namespace SupplyChain.Network;

/// <summary>Closes a warehouse, after saying in figures what is known of the consequences.</summary>
public partial class CloseDrawer
{
    private string _reason = "";
    private bool _isSending;
    private WarehouseDetails? _closed;
    private string? _refused;
    private string? _code;

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

    private async Task SendAsync()
    {
        if (_isSending || _reason.Trim().Length == 0)
            return;
        (_isSending, _refused, _code) = (true, null, null);
        try
        {
            var seen = Chain.With(new CallOptions { IfMatch = Seen.Warehouse.Version });
            var reply = await seen.Warehouses.CloseAsync(Seen.Warehouse.Id, new(_reason.Trim()));
            if (reply.Accepted)
            {
                _closed = reply.Value;
                await OnDone.InvokeAsync();
            }
            else
            {
                (_refused, _code) = Refusals.Say("closed", reply);
            }
        }
        catch (Exception failure) when (failure is UnavailableException or BusyException or TimeoutException)
        {
            _refused = "The node did not answer. Whether it is closed shows on the page behind this panel.";
        }
        finally
        {
            _isSending = false;
        }
    }
}
