using Microsoft.AspNetCore.Components;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>Places an order, and says while it is written what it would get.</summary>
public partial class PlacePage : IDisposable
{
    private const int MaxProductsOffered = 12;
    private const int MinSearchLength = 2;
    private const string Keep = "place";
    private readonly FormSending _sending = new();
    private readonly PlaceFaults _faults = new();
    private readonly Dictionary<string, StockSummary> _known = [];
    private IReadOnlyDictionary<WarehouseId, WarehouseDetails> _sites =
        new Dictionary<WarehouseId, WarehouseDetails>();

    private Items<StockSummary> _products = [];
    private Foreseeing<QuoteDetails> _quote = default!;
    private string _searched = "";
    private string? _said;
    private string? _placed;
    private bool _toFault;

    /// <summary>What was written, with its number: they outlive the connection, so that sending it again places it
    /// once. What outlives the node as well is kept by the browser.</summary>
    [PersistentState]
    public PlaceForm? Kept { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private Names Names { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private WrittenForms Written { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private PlaceForm Form => Kept ??= PlaceForm.New();

    private string Button => Form.Lines.Sum(line => line.Units ?? 0) is > 0 and var units
        ? $"Place {Words.Count(units, "unit")}"
        : "Place the order";

    private string Hint => _faults.Count switch
    {
        0 => "Sent twice it is placed once.",
        1 => "One field is not right yet.",
        var some => $"{some} fields are not right yet.",
    };

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

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await Written.ReadAsync(Keep) is { } fields && PlaceFields.Read(fields) is { } written)
            await BringAsync(written);
        if (!_toFault)
            return;
        _toFault = false;
        await Written.ToFaultAsync();
    }

    private static string Text(ChangeEventArgs change) => (change.Value as string ?? "").Trim();

    private string? Invalid(string field) => _faults.At(field) is null ? null : "true";

    private string Site(WarehouseId id) => _sites.TryGetValue(id, out var site) ? site.Name : id.Value;

    /// <summary>What was written before the page was lost is back, unless it was placed.</summary>
    private async Task BringAsync(PlaceForm written)
    {
        var isNew = written.Number != Form.Number;
        if (isNew && await IsPlacedAsync(written.Number))
        {
            await Written.ForgetAsync(Keep);
            (_said, _placed) = ("What was written here has been placed.", written.Number);
        }
        else
        {
            Kept = written;
            _said = isNew ? "What was written here is back." : null;
            Ask();
        }

        StateHasChanged();
    }

    /// <summary>Whether there is such an order. Without an answer there is none: sent again it is the same.</summary>
    private async Task<bool> IsPlacedAsync(string number)
    {
        try
        {
            return await Chain.Orders.GetAsync(number) is not null;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            return false;
        }
    }

    private async Task AnewAsync()
    {
        await Written.ForgetAsync(Keep);
        (Kept, _said) = (PlaceForm.New(), null);
        _faults.Forget();
        Ask();
    }

    private void Take(OrderDetails order)
    {
        Form.Take(order);
        Changed();
    }

    private void Change(Action change)
    {
        change();
        Changed();
    }

    private void Changed()
    {
        _faults.Changed(Form, Viewer.Now);
        Ask();
    }

    /// <summary>Takes what was typed as a product, and looks for products like it.</summary>
    private async Task SearchAsync(PlaceFormLine line, string text)
    {
        line.Sku = text;
        Changed();
        _searched = text;
        if (text.Length < MinSearchLength || _known.ContainsKey(text))
            return;
        try
        {
            var page = await Chain.Inventory.ListSummaryPageAsync(
                new StockSummaryQuery(Text: text), new PageQuery(MaxProductsOffered));
            if (_searched != text)
                return;
            _products = page.Items;
            foreach (var product in page.Items)
                _known[product.Sku.Value] = product;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            // It can be typed without a suggestion.
        }
    }

    private void Ask()
    {
        if (Form.Wish() is { } wish)
            _quote.Ask(async stop => await Chain.Orders.QuoteAsync(wish, stop), "possible");
        else
            _quote.Forget();
    }

    private Look? Quoted(PlaceFormLine line) =>
        _quote.Seen?.Lines.FirstOrDefault(one => one.Line == line.Line && one.Sku.Value == line.Sku) is { } quoted
            ? PlaceWords.Of(quoted, Site, Viewer.Now)
            : null;

    private async Task PlaceAsync()
    {
        if (!_faults.IsRight(Form, Viewer.Now))
        {
            _sending.Refuse(null);
            _toFault = true;
            return;
        }

        var (number, order) = (Form.Number, Form.Order());
        await _sending.SendAsync<OrderDetails>(
            "placed",
            async () =>
            {
                var reply = await Chain.Orders.PlaceAsync(number, order);
                _faults.Add(reply.Faults);
                return reply;
            },
            async _ =>
            {
                await Written.ForgetAsync(Keep);
                Navigation.NavigateTo($"/orders/{Uri.EscapeDataString(number)}");
            },
            "The node did not answer. Sending it again is safe: it is the same order.");
        _toFault = _faults.Count > 0;
    }
}
