using System.Globalization;
using Microsoft.AspNetCore.Components;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Planner;

namespace SupplyChain.Inventory;

/// <summary>Corrects what is on hand: by a difference, or to what was counted.</summary>
public partial class AdjustDrawer : IDisposable
{
    // One form is one adjustment, however often it is sent.
    private AdjustmentId _id = FormId.New("ADJ");
    private Items<StockLevel> _items = [];
    private DateTimeOffset _at;
    private string _warehouse = "";
    private bool _isCount;
    private string _text = "";
    private string _reason = "";
    private readonly FormSending _sending = new();
    private Foreseeing<AdjustmentPreview> _foreseen = default!;

    /// <summary>The product and its stock.</summary>
    [Parameter, EditorRequired] public ProductSeen Seen { get; set; } = default!;

    /// <summary>The warehouse it begins with.</summary>
    [Parameter] public WarehouseId? First { get; set; }

    /// <summary>Nothing is to be done.</summary>
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    /// <summary>Is told what was done.</summary>
    [Parameter, EditorRequired] public EventCallback<Deed> OnDone { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private StockLevel Level => _items.First(item => item.Warehouse.Value == _warehouse);

    private string Site => Seen.Site(_warehouse);

    private long? Number => long.TryParse(
        _text.Trim().Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands,
        CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Limits.MaxQuantity ? number : null;

    private long? Delta => !_isCount ? Number : Number >= 0 ? Number - Level.OnHand : null;

    private long? Then => Level.OnHand + Delta;

    private long Dropped => Then is { } then ? Math.Max(0, Level.Reserved - Math.Max(0, then)) : 0;

    private string ButtonText => Delta switch
    {
        null => "Adjust",
        0 => "Nothing to adjust",
        > 0 and var more => $"Add {Words.Count(more, "unit")}",
        var fewer => $"Take {Words.Count(-fewer.Value, "unit")} off",
    };

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
        (_items, _at) = (Seen.Stock.Items, Seen.At);
        Choose(First?.Value);
    }

    private static string Signless(long units) => units < 0 ? "below zero" : Words.Number(units);

    private void Choose(string? warehouse)
    {
        _warehouse = _items.Any(item => item.Warehouse.Value == warehouse) ? warehouse! : _items[0].Warehouse.Value;
        _sending.Refuse(null);
        Foresee();
    }

    private void Count(bool isCount)
    {
        _isCount = isCount;
        Foresee();
    }

    private void Write(string text)
    {
        _text = text;
        Foresee();
    }

    private void Foresee()
    {
        if (Delta is not { } delta || delta == 0 || Then < 0)
        {
            _foreseen.Forget();
            return;
        }

        var wish = new RecordAdjustment(_warehouse, Seen.Product.Sku, delta, "asked beforehand");
        _foreseen.Ask(async stop => await Chain.Inventory.PreviewAdjustmentAsync(_id, wish, stop), "adjusted");
    }

    private Task SendAsync() => Delta is not { } delta || delta == 0
        ? Task.CompletedTask
        : _sending.TryAsync(
            async () =>
            {
                if (_isCount && await ChangedAsync() is { } changed)
                    _sending.Refuse(changed);
                else
                    await RecordAsync(delta);
            },
            "The node did not answer. Sending it again is safe: it is the same adjustment.");

    private async Task RecordAsync(long delta)
    {
        var reply = await Chain.Inventory.RecordAdjustmentAsync(
            _id, new(_warehouse, Seen.Product.Sku, delta, _reason.Trim()));
        if (reply.Accepted)
            await OnDone.InvokeAsync(Adjusted(delta));
        else
            _sending.Refuse(reply, "adjusted", Known);
    }

    private Deed Adjusted(long delta)
    {
        var (sku, warehouse, back) = (Seen.Product.Sku, _warehouse, $"{_id}-BACK");
        return new Deed($"{sku} in {Site}: {Words.Signed(delta)}, {_id}.")
        {
            Parts = _foreseen.Seen is { } seen ? [ForeseenWords.Sentence(seen.Consequences)] : [],
            Undo = Undoing.By<AdjustmentDetails>(
                "Adjust back",
                $"{sku} in {Site}: {Words.Signed(-delta)}, {back}. What was sourced elsewhere stays there.",
                async () => await Chain.Inventory.RecordAdjustmentAsync(
                    back, new(warehouse, sku, -delta, $"Takes back {_id}."))),
        };
    }

    private string? Known(Refusal refusal) => refusal == Refusal.BelowZero
        ? $"on hand in {Site} is {Words.Number(Level.OnHand)} or fewer by now, so more cannot be taken off."
        : null;

    /// <summary>A count is against what is on hand now: what to say when that is not what was shown.</summary>
    private async Task<string?> ChangedAsync()
    {
        var before = Level.OnHand;
        (_items, _at) = ((await Chain.Inventory.GetStockAsync(Seen.Product.Sku)).Items, Time.GetUtcNow());
        return Level.OnHand == before
            ? null
            : $"On hand changed from {Words.Number(before)} to {Words.Number(Level.OnHand)} since you looked. "
                + "Your count stays; look at the difference and send it again.";
    }
}
