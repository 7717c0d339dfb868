using Microsoft.AspNetCore.Components;
using SupplyChain.Access;

namespace SupplyChain.Planner.Integrations;

/// <summary>The keys of the tenant, for administrators.</summary>
public partial class KeySection
{
    private const string Path = "/integrations";
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _left = new();
    private string? _deed;
    private string? _trouble;
    private ITimer? _clock;

    /// <summary>All of them, the newest first; null when they could not be read yet.</summary>
    [PersistentState]
    public KeyDetails[]? Keys { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    /// <summary>What is done: <c>create</c> or <c>revoke</c>.</summary>
    [SupplyParameterFromQuery(Name = "do")] private string? Do { get; set; }

    /// <summary>With which key.</summary>
    [SupplyParameterFromQuery(Name = "key")] private string? Key { get; set; }

    /// <summary>Which are shown: <c>all</c>, or those that are accepted.</summary>
    [SupplyParameterFromQuery(Name = "keys")] private string? Which { get; set; }

    private bool IsAll => Which == "all";

    private KeyDetails[] Shown => [.. Keys!.Where(key => IsAll || key.IsUsable(Viewer.Now))];

    private int Closed => Keys!.Count(key => !key.IsUsable(Viewer.Now));

    private string Figures => $"{Words.Number(Keys!.Length - Closed)} accepted";

    /// <inheritdoc/>
    public void Dispose()
    {
        _clock?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Keys is null)
            await ReadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        // When keys were used last is no event that the page could follow.
        if (firstRender)
            _clock = Time.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, RefreshInterval, RefreshInterval);
    }

    private async Task TickAsync()
    {
        if (!Viewer.IsFollowing || _left.IsCancellationRequested)
            return;
        await ReadAsync();
        if (!_left.IsCancellationRequested)
            StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            Keys = [.. await Chain.Keys.ListAsync(_left.Token)];
            _trouble = null;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            _trouble = NodeTrouble.Say(failure);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private bool IsLastOfAdmins(KeyDetails key) =>
        key.Role == Role.Admin && !Keys!.Any(other =>
            other.Id != key.Id && other.Role == Role.Admin && other.IsUsable(Viewer.Now));

    private void Close() => Navigation.NavigateTo(IsAll ? $"{Path}?keys=all" : Path);

    private async Task DoneAsync(string done)
    {
        _deed = done;
        await ReadAsync();
        Close();
    }

    private string Moment(DateTimeOffset? at, string otherwise = Words.None) =>
        at is { } known ? Words.Moment(known, Viewer) : otherwise;
}
