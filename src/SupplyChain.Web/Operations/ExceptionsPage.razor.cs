using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Operations;

/// <summary>The inbox of what planners have to look at.</summary>
public partial class ExceptionsPage : ListPage<ExceptionEntry>, IAsyncDisposable
{
    private static readonly Choice[] Kinds =
    [
        .. ExceptionLooks.All.Select(kind =>
            new Choice(kind.ToString(), ExceptionLooks.Of(kind).Word, ExceptionLooks.Of(kind))),
    ];

    private readonly HashSet<string> _picked = [];
    private readonly Dictionary<string, ExceptionEntry> _changed = [];
    private ListExceptions _query = ExceptionTally.Open;
    private ExceptionEntry? _apart;
    private bool _isLooking;
    private string? _me;
    private IJSObjectReference? _script;
    private IJSObjectReference? _keys;

    /// <summary>How many are in each tab, as the first answer to the browser showed it.</summary>
    [PersistentState]
    public long[]? Counts { get; set; }

    [Inject] private ExceptionTally Tally { get; set; } = default!;

    [Inject] private IJSRuntime Browser { get; set; } = default!;

    private string? Chosen => Address.One("id");

    private bool IsResolved => _query.Statuses.SequenceEqual([ExceptionStatus.Resolved]);

    private bool IsNewestFirst => Address.Sort == "-since" || (Address.Sort is null && IsResolved);

    private ExceptionEntry? Selected => Chosen is not { } id
        ? List?.Rows.Select(row => row.Item).FirstOrDefault()
        : _apart?.Id == id ? _apart : List?.Rows.Select(row => row.Item).FirstOrDefault(item => item.Id == id);

    private Choice[] Sites =>
    [
        .. Warehouses.Values.OrderBy(site => site.Name, StringComparer.Ordinal)
            .Select(site => new Choice(site.Id.Value, site.Name)),
    ];

    private ListAddress Everything => Address.With("id").With("status").With("owner").With("owned").With("snoozed");

    private IEnumerable<(string Word, ListAddress Address, long? Count, bool IsHere)> Tabs
    {
        get
        {
            var mine = _me is not null && _query.Owners.SequenceEqual([_me]);
            var (unowned, snoozed) = (_query.Owned == false, _query.Snoozed == true);
            yield return ("Open", Everything, Count(0), !mine && !unowned && !snoozed && !IsResolved);
            if (_me is not null)
                yield return ("Mine", Everything.With("owner", _me), Count(1), mine);
            yield return ("Unowned", Everything.With("owned", "false"), Count(2), unowned);
            yield return ("Snoozed", Everything.With("snoozed", "true"), Count(3), snoozed);
            yield return ("Resolved", Everything.With("status", nameof(ExceptionStatus.Resolved)), null, IsResolved);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        GC.SuppressFinalize(this);
        try
        {
            if (_keys is not null)
                await _keys.InvokeVoidAsync("stop");
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and with it its keys.
        }
    }

    /// <inheritdoc/>
    public override string RestPath => "/api/v1/exceptions";

    /// <inheritdoc/>
    public override ListAddress Listed => Address
        .With("status", _query.Statuses.Select(status => status.ToString()))
        .With("snoozed", _query.Snoozed is { } snoozed ? snoozed ? "true" : "false" : null)
        .With("sort", Address.Sort ?? (IsResolved ? null : "-impact"));

    /// <inheritdoc/>
    protected override string IdOf(ExceptionEntry item) => item.Id;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) => ExceptionTally.Concerns(@event);

    /// <inheritdoc/>
    protected override void Understand()
    {
        var statuses = Address.Enums<ExceptionStatus>("status");
        var snoozed = Address.FlagOrNull("snoozed");
        _query = new(
            null, null, new(), statuses.Count == 0 ? [ExceptionStatus.Open] : statuses,
            Address.Enums<ExceptionKind>("kind"), Address.Ids<WarehouseId>("warehouse"), Address.Ids<Sku>("sku"),
            Address.Ids<OrderId>("order"), Address.Ids<CustomerId>("customer"), Address.All("owner").ToItems(),
            Address.FlagOrNull("owned"),
            snoozed ?? (statuses.Contains(ExceptionStatus.Resolved) ? default(bool?) : false));
        _picked.Clear();
    }

    /// <inheritdoc/>
    protected override async Task<Page<ExceptionEntry>> ReadPageAsync(
        PageQuery page, CancellationToken cancellationToken)
    {
        var sorted = page.Sort is null && !IsResolved ? page with { Sort = "-impact" } : page;
        var counts = CountAsync();
        var read = await Chain.Exceptions.ListPageAsync(_query with { Page = sorted }, cancellationToken);
        _apart = Chosen is { } id && read.Items.All(item => item.Id != id)
            ? await Chain.Exceptions.GetAsync(id, cancellationToken)
            : null;
        var before = Counts;
        Counts = await counts;
        if (before is null || !before.SequenceEqual(Counts))
            _ = InvokeAsync(StateHasChanged);
        return read;
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (Chosen is not { } id || Selected is not null)
            return;
        _isLooking = true;
        try
        {
            _apart = await Chain.Exceptions.GetAsync(id);
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            // The list says what is wrong.
        }
        finally
        {
            _isLooking = false;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _script = await Browser.InvokeAsync<IJSObjectReference>("import", "./_content/SupplyChain.Web/exceptions.js");
        _keys = await _script.InvokeAsync<IJSObjectReference>("begin");
        _me = await _script.InvokeAsync<string?>("name");
        if (_me is null)
            return;
        Counts = await CountAsync();
        StateHasChanged();
    }

    private string Called(string warehouse) =>
        Warehouses.TryGetValue(warehouse, out var known) ? known.Name : warehouse;

    private long? Count(int tab) => Counts?.ElementAtOrDefault(tab);

    private async Task<long[]> CountAsync()
    {
        var open = _query with
        {
            Page = new(),
            Statuses = [ExceptionStatus.Open],
            Owners = [],
            Owned = null,
            Snoozed = false,
        };
        ListExceptions[] tabs =
        [
            open, open with { Owners = [_me ?? ""] }, open with { Owned = false }, open with { Snoozed = true },
        ];
        var counts = await Task.WhenAll(tabs.Select(Tally.CountAsync));
        return [.. counts.Select(count => count.Exceptions)];
    }

    /// <summary>An exception as its list has it, unless its own answer to a change is newer.</summary>
    private ExceptionEntry Newest(ExceptionEntry entry)
    {
        if (!_changed.TryGetValue(entry.Id, out var changed) || changed.Version <= entry.Version)
            return entry;
        return entry with
        {
            Status = changed.Status,
            Owner = changed.Owner,
            SnoozedUntil = changed.SnoozedUntil,
            Note = changed.Note,
            Resolution = changed.Resolution,
            Version = changed.Version,
        };
    }

    private void Take(ExceptionEntry changed) => _changed[changed.Id] = changed;

    private void Pick(string id)
    {
        if (!_picked.Remove(id))
            _picked.Add(id);
    }

    private async Task RememberAsync(string name)
    {
        _me = name;
        if (_script is not null)
            await _script.InvokeVoidAsync("remember", name);
    }

    private async Task DoneAsync(IReadOnlyList<ExceptionEntry> changed)
    {
        foreach (var entry in changed)
            Take(entry);
        _picked.Clear();
        Counts = await CountAsync();
    }

    private void Change(string name, IEnumerable<string> values) => Go(Address.With(name, values));
}
