using Microsoft.AspNetCore.Components;
using SupplyChain.Exports;
using SupplyChain.Network;

namespace SupplyChain.Planner.Lists;

/// <summary>
/// A page that lists: its filters, sort and place are its address, its rows change in place when something happens to
/// them, and what the node does not answer is said beside what was shown before.
/// </summary>
public abstract class ListPage<TItem> : LivePage
{
    private readonly Dictionary<int, string?> _afters = [];
    private string? _shown;

    /// <summary>What the first answer to the browser showed, so that the page does not blink.</summary>
    [PersistentState]
    public ListSeen<TItem>? Seen { get; set; }

    /// <summary>Its address.</summary>
    public ListAddress Address { get; private set; } = ListAddress.Of("http://localhost/");

    /// <summary>What it shows; null while it is read.</summary>
    public ListRows<TItem>? List { get; private set; }

    /// <summary>Why it could not be read just now; null when it could.</summary>
    public string? Trouble { get; private set; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset AsOf { get; private set; }

    /// <summary>The address of the page after this; null when there is none.</summary>
    public string? NextUrl => List?.Next is { } next ? Address.At(next, Address.Page + 1) : null;

    /// <summary>The address of the page before this; null on the first.</summary>
    public string? PreviousUrl => Address.After is null
        ? null
        : Address.At(_afters.GetValueOrDefault(Address.Page - 1), Address.Page - 1);

    /// <summary>Every warehouse by its id.</summary>
    protected IReadOnlyDictionary<WarehouseId, WarehouseDetails> Warehouses { get; private set; } =
        new Dictionary<WarehouseId, WarehouseDetails>();

    /// <summary>The client an ERP system uses.</summary>
    [Inject] protected SupplyChainClient Chain { get; set; } = default!;

    /// <summary>Names of warehouses and products.</summary>
    [Inject] protected Names Names { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    /// <summary>The list's address in REST, whose file it offers.</summary>
    public abstract string RestPath { get; }

    /// <summary>The columns it can show; null when it shows no table.</summary>
    public virtual ListColumns<TItem>? Columns => null;

    /// <summary>
    /// Its address with everything said that the page takes for granted: its own sort, its own filters.
    /// </summary>
    public virtual ListAddress Listed => Address;

    /// <inheritdoc/>
    protected override TimeSpan Pace { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How many rows a page has.</summary>
    protected virtual int PageSize => 50;

    /// <summary>What tells one item from another.</summary>
    protected abstract string IdOf(TItem item);

    /// <summary>Reads out of the address what is asked for.</summary>
    protected abstract void Understand();

    /// <summary>Reads a page of what the address asks for.</summary>
    protected abstract Task<Page<TItem>> ReadPageAsync(PageQuery page, CancellationToken cancellationToken);

    /// <summary>Reads the list anew; what is new is among its rows then.</summary>
    public async Task ShowAsync()
    {
        if (await ReadAsync(PageSize) is not { } page)
            return;
        List = new(page, IdOf);
        Seen = new(_shown!, page, AsOf);
    }

    /// <summary>Shows these columns, the usual ones when none is named; what is listed stays.</summary>
    public void ShowColumns(IReadOnlyList<string> names) =>
        Navigation.NavigateTo(Address.Showing(names).Url, replace: true);

    /// <summary>Goes to another address of this list.</summary>
    public void Go(ListAddress address) => Navigation.NavigateTo(address.Url);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Address = ListAddress.Of(Navigation.Uri);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Address = ListAddress.Of(Navigation.Uri);
        if (Address.ListUrl == _shown)
            return;
        _shown = Address.ListUrl;
        _afters[Address.Page] = Address.After;
        Understand();
        if (Seen is { } seen && seen.Url == _shown && List is null)
        {
            (List, AsOf) = (new(seen.Page, IdOf), seen.At);
            Warehouses = await Names.WarehousesAsync(Left);
            return;
        }

        List = null;
        await ShowAsync();
    }

    /// <summary>Another address of this list: the router does not tell a page that has no parameters.</summary>
    protected override async Task MoveAsync(string location)
    {
        if (new Uri(location).AbsolutePath != Address.Path)
            return;
        var following = OnParametersSetAsync();
        StateHasChanged();
        await following;
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        var (list, shown, hadTrouble) = (List, _shown, Trouble is not null);
        if (list is null)
        {
            await ShowAsync();
            StateHasChanged();
            return;
        }

        var page = await ReadAsync(list.ToRead);
        if (shown != _shown || list != List)
            return;
        if ((page is not null && list.Update(page)) || hadTrouble != Trouble is not null)
            StateHasChanged();
    }

    /// <summary>Reads what the address asks for; null also when it asks for something else meanwhile.</summary>
    private async Task<Page<TItem>?> ReadAsync(int limit)
    {
        var asked = _shown;
        try
        {
            Warehouses = await Names.WarehousesAsync(Left);
            var page = await ReadPageAsync(new PageQuery(limit, Address.After, Address.Sort), Left);
            if (asked != _shown)
                return null;
            (Trouble, AsOf) = (null, Time.GetUtcNow());
            return page;
        }
        catch (MalformedCursorException)
        {
            Trouble = "The address names a place in the list that does not exist.";
        }
        catch (MalformedSortException fault)
        {
            Trouble = fault.Message;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            Trouble = NodeTrouble.Say(failure);
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page was left.
        }

        return null;
    }
}
