using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Inventory;

/// <summary>A product: where it lies, who holds it, who waits for it, and what happened to it in a warehouse.</summary>
public partial class ProductPage
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan DoneShown = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _left = new();
    private ListAddress _address = ListAddress.Of("http://localhost/");
    private ProductSeen? _seen;
    private LedgerSeen? _ledger;
    private bool _isMissing;
    private string? _trouble;
    private string? _ledgerTrouble;
    private string? _shown;
    private string? _done;
    private IDisposable? _live;

    /// <summary>The product.</summary>
    [Parameter]
    public string Sku { get; set; } = "";

    /// <summary>What the first answer to the browser showed.</summary>
    [PersistentState]
    public ProductSeen? Seen { get; set; }

    /// <summary>The part of a ledger it showed.</summary>
    [PersistentState]
    public LedgerSeen? Ledger { get; set; }

    [Inject] private ProductReading Reading { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    [CascadingParameter] private HttpContext? Http { get; set; }

    private ListAddress Address => _address;

    /// <summary>The warehouse whose ledger is shown: the one in the address, else the one with the least.</summary>
    private WarehouseId? Selected
    {
        get
        {
            if (_seen is not { Stock.Items.Count: > 0 } seen)
                return null;
            var items = StockPerWarehouse.Sorted(seen, null).Select(item => item.Warehouse).ToArray();
            return items.Contains(Asked) ? Asked : items[0];
        }
    }

    private WarehouseId Asked => Address.One("warehouse") ?? "";

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        _live?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _address = ListAddress.Of(Navigation.Uri);
        if (Sku != _shown)
        {
            (_shown, _seen, _ledger, _isMissing) = (Sku, null, null, false);
            if (Seen is { } seen && seen.Product.Sku.Value == Sku)
                (_seen, _ledger) = (seen, Ledger);
            else
                await ReadAsync();
            Seen = _seen;
            if (_isMissing && Http is { Response.HasStarted: false })
                Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        await ShowLedgerAsync();
        Ledger = _ledger;
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _live = Viewer.Follow(Concerns, Pace, () => InvokeAsync(RefreshAsync));
    }

    private bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith($"stock/{Sku}@", StringComparison.Ordinal)
        || @event.Subject == $"product/{Sku}" || @event.Subject == $"backlog/{Sku}";

    private void Moved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(async () =>
    {
        var address = ListAddress.Of(Navigation.Uri);
        if (!address.Url.StartsWith($"/inventory/{Sku}", StringComparison.Ordinal) || address.Url == _address.Url)
            return;
        _address = address;
        await ShowLedgerAsync();
        StateHasChanged();
    });

    private async Task RefreshAsync()
    {
        await ReadAsync();
        // An older page stays as it is; the newest one is what changes.
        if (Address.After is null)
            await ReadLedgerAsync();
        StateHasChanged();
    }

    private Task ShowLedgerAsync() =>
        _ledger is { } shown && shown.Warehouse == Selected && shown.After == Address.After
        ? Task.CompletedTask
        : ReadLedgerAsync();

    private Task ReadLedgerAsync() => TryAsync(trouble => _ledgerTrouble = trouble, async () =>
    {
        if (Selected is { } selected)
            _ledger = await Reading.LedgerAsync(new(Sku, selected), Address.After, _left.Token);
    });

    private Task ReadAsync()
    {
        if (!Identifier.IsValid(Sku))
        {
            _isMissing = true;
            return Task.CompletedTask;
        }

        return TryAsync(trouble => _trouble = trouble, async () =>
        {
            var seen = await Reading.ReadAsync(Sku, _seen, _left.Token);
            _isMissing = seen is null;
            _seen = seen ?? _seen;
        });
    }

    private async Task TryAsync(Action<string?> say, Func<Task> read)
    {
        try
        {
            await read();
            say(null);
        }
        catch (MalformedCursorException)
        {
            say("The address names a place in the ledger that does not exist.");
        }
        catch (Exception failure) when (failure is UnavailableException or BusyException or TimeoutException)
        {
            say("The node is not answering now.");
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    private void Close() => Navigation.NavigateTo(Address.With("do").Url);

    private async Task DoneAsync(string what)
    {
        _done = what;
        Close();
        await RefreshAsync();
        await Viewer.PauseAsync(DoneShown);
        if (_done == what)
            _done = null;
    }
}
