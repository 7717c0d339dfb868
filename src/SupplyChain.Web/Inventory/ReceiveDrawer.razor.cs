using System.Globalization;
using Microsoft.AspNetCore.Components;
using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Inventory;

/// <summary>Records goods that arrived.</summary>
public partial class ReceiveDrawer
{
    private WarehouseDetails[] _sites = [];
    private string _warehouse = "";
    private string _text = "";

    // One form is one receipt, however often it is sent; who has a delivery note writes its number.
    private string _id = FormId.New("RC");
    private readonly FormSending _sending = new();

    /// <summary>The product.</summary>
    [Parameter, EditorRequired] public ProductDetails Product { get; set; } = default!;

    /// <summary>The warehouse it begins with.</summary>
    [Parameter] public WarehouseId? First { get; set; }

    /// <summary>Nothing is to be done.</summary>
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    /// <summary>Is told what was done.</summary>
    [Parameter, EditorRequired] public EventCallback<string> OnDone { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private Names Names { get; set; } = default!;

    private long? Units => long.TryParse(
        _text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var units)
        && units is > 0 and <= Limits.MaxQuantity ? units : null;

    private bool IsClosed =>
        _sites.Any(site => site.Id.Value == _warehouse && site.Status == WarehouseStatus.Closed);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _warehouse = First?.Value ?? "";
        _sites = [.. (await Names.WarehousesAsync()).Values.OrderBy(site => site.Name, StringComparer.Ordinal)];
    }

    private Task SendAsync() => Units is not { } units || _warehouse.Length == 0
        ? Task.CompletedTask
        : _sending.SendAsync<ReceiptDetails>(
            "received",
            async () => await Chain.Inventory.RecordReceiptAsync(
                _id.Trim(), new(_warehouse, [new(Product.Sku, units)])),
            reply => OnDone.InvokeAsync(reply.Replayed
                ? $"Receipt {_id} was recorded before; nothing was added again."
                : $"{Words.Count(units, "unit")} of {Product.Sku} received, {_id}."),
            "The node did not answer. Sending it again is safe: it is the same receipt.",
            Known);

    private string? Known(Refusal refusal) => refusal == Refusal.Conflict
        ? $"a receipt {_id} was recorded with other goods. Give this one its own number."
        : null;
}
