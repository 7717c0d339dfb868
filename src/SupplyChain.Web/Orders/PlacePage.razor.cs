using Microsoft.AspNetCore.Components;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>Places an order, and says while it is written what it would get.</summary>
public partial class PlacePage : IDisposable
{
    private const int MostProducts = 12;
    private const int FewestLetters = 2;
    private readonly FormSending _sending = new();
    private IReadOnlyDictionary<WarehouseId, WarehouseDetails> _sites =
        new Dictionary<WarehouseId, WarehouseDetails>();

    private Items<StockSummary> _products = [];
    private Foreseeing<QuoteDetails> _quote = default!;
    private string _searched = "";

    /// <summary>What was written, with its number: they outlive the connection, so that sending it again places it
    /// once.</summary>
    [PersistentState]
    public PlaceForm? Kept { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private Names Names { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private PlaceForm Form => Kept ??= PlaceForm.New();

    private PlaceOrder? Order => Form.Read(forQuote: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        _quote.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _quote = new(() => InvokeAsync(StateHasChanged));
        Kept ??= PlaceForm.New();
        await _sending.TryAsync(async () => _sites = await Names.WarehousesAsync(), NodeTrouble.Said);
        Ask();
    }

    private static string Text(ChangeEventArgs change) => (change.Value as string ?? "").Trim();

    private string Site(WarehouseId id) => _sites.TryGetValue(id, out var site) ? site.Name : id.Value;

    private void Change(Action change)
    {
        change();
        Ask();
    }

    /// <summary>Takes what was typed as a product, and looks for products like it.</summary>
    private async Task SearchAsync(PlaceFormLine line, string text)
    {
        line.Sku = text;
        Ask();
        _searched = text;
        if (text.Length < FewestLetters || _products.Any(product => product.Sku.Value == text))
            return;
        try
        {
            var page = await Chain.Inventory.ListSummaryPageAsync(
                new StockSummaryQuery(Text: text), new PageQuery(MostProducts));
            if (_searched == text)
                _products = page.Items;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            // It can be typed without a suggestion.
        }
    }

    private void Ask()
    {
        if (Form.Read(forQuote: true) is { } wish)
            _quote.Ask(async stop => await Chain.Orders.QuoteAsync(wish, stop), "possible");
        else
            _quote.Forget();
    }

    private Look? Quoted(PlaceFormLine line) =>
        _quote.Seen?.Lines.FirstOrDefault(one => one.Line == line.Line && one.Sku.Value == line.Sku) is { } quoted
            ? PlaceWords.Of(quoted, Site, Viewer.Now)
            : null;

    private Task PlaceAsync() => Order is not { } order ? Task.CompletedTask : _sending.SendAsync<OrderDetails>(
        "placed",
        async () => await Chain.Orders.PlaceAsync(Form.Number, order),
        _ =>
        {
            Navigation.NavigateTo($"/orders/{Uri.EscapeDataString(Form.Number)}");
            return Task.CompletedTask;
        },
        "The node did not answer. Sending it again is safe: it is the same order.");
}
