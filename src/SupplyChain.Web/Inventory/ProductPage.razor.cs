using Microsoft.AspNetCore.Components;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Planner.Entities;

namespace SupplyChain.Inventory;

/// <summary>A product: where it lies, who holds it, who waits for it, and what happened to it in a warehouse.</summary>
public partial class ProductPage : EntityPage<ProductSeen>
{
    private LedgerSeen? _ledger;
    private (string Sku, string Warehouse, string? After)? _asked;
    private string? _ledgerTrouble;
    private StockLevel? _then;

    /// <summary>The product.</summary>
    [Parameter]
    public string Sku { get; set; } = "";

    /// <inheritdoc/>
    public override string EntityId => Sku;

    /// <summary>The part of a ledger that the first answer to the browser showed.</summary>
    [PersistentState]
    public LedgerSeen? Ledger { get; set; }

    /// <inheritdoc/>
    protected override TimeSpan Pace { get; } = TimeSpan.FromMilliseconds(500);

    [Inject] private ProductReading Reading { get; set; } = default!;

    /// <summary>The warehouse whose ledger is shown: the one in the address, else the one with the least.</summary>
    private WarehouseId? Selected
    {
        get
        {
            if (Shown is not { Stock.Items.Count: > 0 } seen)
                return null;
            var items = StockPerWarehouse.Sorted(seen, null).Select(item => item.Warehouse).ToArray();
            return items.Contains(Asked) ? Asked : items[0];
        }
    }

    /// <summary>The open warehouse with most of it available, but the selected one; null when none has any.</summary>
    private WarehouseId? Richest(ProductSeen seen) => seen.Stock.Items
        .Where(item => item.Available > 0 && item.Warehouse != Selected && seen.IsOpen(item.Warehouse))
        .OrderByDescending(item => item.Available).ThenBy(item => item.Warehouse)
        .Select(item => (WarehouseId?)item.Warehouse).FirstOrDefault();

    private WarehouseId Asked => Address.One("warehouse") ?? "";

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith($"stock/{Sku}@", StringComparison.Ordinal)
        || @event.Subject == $"product/{Sku}" || @event.Subject == $"backlog/{Sku}";

    /// <inheritdoc/>
    protected override Task<ProductSeen?> ReadAsync(CancellationToken cancellationToken) =>
        Reading.ReadAsync(Sku, Shown, cancellationToken);

    /// <inheritdoc/>
    protected override async Task FollowAsync()
    {
        if (Selected is not { } selected)
        {
            (_asked, _ledger, Ledger) = (null, null, null);
            return;
        }

        await ReadThenAsync(selected);
        var asked = (Sku, selected.Value, Address.After);
        if (asked == _asked)
            return;
        var isFirst = _asked is null && Ledger?.Warehouse == selected && Ledger.After == Address.After;
        (_asked, _ledger) = (asked, isFirst ? Ledger : null);
        if (!isFirst)
            await ReadLedgerAsync();
        Ledger = _ledger;
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        await ReadShownAsync();
        // An older page stays as it is; the newest one is what changes.
        if (Address.After is null)
            await ReadLedgerAsync();
        StateHasChanged();
    }

    private Task ReadLedgerAsync() => TryAsync(
        async () =>
        {
            if (Selected is { } selected)
                _ledger = await Reading.LedgerAsync(new(Sku, selected), Address.After, Left);
        },
        trouble => _ledgerTrouble = trouble);

    /// <summary>The selected stock item as it was at the moment the address asks for.</summary>
    private Task ReadThenAsync(WarehouseId selected) => TryAsync(
        async () =>
        {
            var asked = Then;
            var then = asked is { } moment ? await Reading.StockItemAsync(new(Sku, selected), moment, Left) : null;
            if (asked == Then)
                _then = then;
        },
        trouble => _ledgerTrouble = trouble);
}
