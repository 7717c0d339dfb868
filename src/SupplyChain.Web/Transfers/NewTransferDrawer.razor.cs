using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Planner;

namespace SupplyChain.Transfers;

/// <summary>Requests a transfer. One form is one transfer, however often it is sent.</summary>
public partial class NewTransferDrawer
{
    private const string Keep = "transfer";
    private const int MaxProductsOffered = 12;
    private const int MinSearchLength = 2;

    private readonly FormSending _sending = new();
    private readonly Dictionary<string, ProductStock> _stock = [];
    private TransferForm _form = new();
    private Items<Fault> _faults = [];
    private bool _isChecking;
    private bool _isLimited;
    private WarehouseDetails[] _sites = [];
    private Items<StockSummary> _offered = [];
    private string _searched = "";

    /// <summary>The source it begins with.</summary>
    [Parameter] public WarehouseId? From { get; set; }

    /// <summary>The destination it begins with.</summary>
    [Parameter] public WarehouseId? To { get; set; }

    /// <summary>The product it begins with.</summary>
    [Parameter] public Sku? Sku { get; set; }

    /// <summary>Nothing is to be done.</summary>
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private Names Names { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private WrittenForms Written { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? Asked { get; set; }

    private bool SourceIsClosed =>
        _sites.Any(site => site.Id.Value == _form.From && site.Status == WarehouseStatus.Closed);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _isLimited = Asked is not null && (await Asked).User.Scope().IsLimited;
        _form = new() { Number = FormId.New("TR"), From = From?.Value ?? "", To = To?.Value ?? "" };
        _form.Lines.Add(new() { Sku = Sku?.Value ?? "" });
        await _sending.TryAsync(
            async () => _sites =
                [.. (await Names.WarehousesAsync()).Values.OrderBy(site => site.Name, StringComparer.Ordinal)],
            NodeTrouble.Said);
        await ReadStockAsync();
    }

    /// <summary>What was written before the page was lost is back, its lines included.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || await Written.ReadAsync(Keep) is not { } fields
            || TransferForm.Read(fields) is not { } written)
        {
            return;
        }
        _form = written;
        await ReadStockAsync();
        StateHasChanged();
    }

    private static string Text(ChangeEventArgs change) => (change.Value as string ?? "").Trim();

    private string? At(string field) => _faults.FirstOrDefault(fault => fault.Pointer == $"/{field}") is { } fault
        ? PlaceFaults.Words(fault.Message)
        : null;

    private string? Invalid(string field) => At(field) is null ? null : "true";

    private string Site(WarehouseId id) => _sites.FirstOrDefault(site => site.Id == id)?.Name ?? id.Value;

    private void Change(Action change)
    {
        change();
        _faults = _isChecking ? _form.Faults() : [];
    }

    /// <summary>Takes what was typed as a product, and looks for products like it.</summary>
    private async Task SearchAsync(TransferFormLine line, string text)
    {
        Change(() => line.Sku = text);
        _searched = text;
        if (text.Length < MinSearchLength)
        {
            return;
        }
        try
        {
            var page = await Chain.Inventory.ListSummaryPageAsync(
                new StockSummaryQuery(Text: text), new PageQuery(MaxProductsOffered));
            if (_searched != text)
            {
                return;
            }
            _offered = page.Items;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            // It can be typed without a suggestion.
        }
        await ReadStockAsync();
    }

    /// <summary>Reads where the products of the lines lie: each once, when it is named first.</summary>
    private async Task ReadStockAsync()
    {
        foreach (var sku in _form.Lines.Select(line => line.Sku).Where(Identifier.IsValid).Distinct().ToList())
        {
            try
            {
                if (!_stock.ContainsKey(sku) && await Names.ProductAsync(sku) is not null)
                {
                    _stock[sku] = await Chain.Inventory.GetStockAsync(sku);
                }
            }
            catch (Exception failure) when (NodeTrouble.Is(failure))
            {
                return; // It can be requested without knowing.
            }
        }
    }

    /// <summary>What the source has for a line, or where there is any; null while that is not known.</summary>
    private Look? Supply(TransferFormLine line)
    {
        if (!_stock.TryGetValue(line.Sku, out var stock))
        {
            return null;
        }
        if (_form.From.Length == 0)
        {
            var most = stock.Items.Where(item => item.Available > 0).OrderByDescending(item => item.Available)
                .Take(3).Select(item => $"{Words.Number(item.Available)} in {Site(item.Warehouse)}").ToArray();
            return most.Length == 0
                ? new("No warehouse has any available.", "st-backordered", "warn")
                : new($"Available: {Words.List(most)}.", "st-allocated", "idle");
        }
        var available = stock.Items.FirstOrDefault(item => item.Warehouse.Value == _form.From)?.Available ?? 0;
        var site = Site(_form.From);
        return line.Units > available
            ? new($"{Words.Number(available)} available in {site}; {Words.Number(line.Units.Value - available)} would "
                + "wait.", "st-backordered", "warn")
            : new($"{Words.Number(available)} available in {site}.", "st-allocated", "idle");
    }

    private async Task SendAsync()
    {
        _isChecking = true;
        _faults = _form.Faults();
        if (_faults.Count > 0)
        {
            _sending.Refuse(null);
            return;
        }
        var (number, request) = (_form.Number, _form.Request());
        await _sending.SendAsync<TransferDetails>(
            "requested",
            async () =>
            {
                var reply = await Chain.Transfers.RequestAsync(number, request);
                _faults = reply.Faults;
                return reply;
            },
            _ =>
            {
                Navigation.NavigateTo($"/transfers/{Uri.EscapeDataString(number)}");
                return Task.CompletedTask;
            },
            "The node did not answer. Sending it again is safe: it is the same transfer.");
    }
}
