using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using SupplyChain.Access;

namespace SupplyChain.Planner;

/// <summary>What is around every page; it tells the viewer's connection what only the browser knows.</summary>
public partial class DeskLayout
{
    private ErrorBoundary? _boundary;
    private IJSObjectReference? _script;
    private IJSObjectReference? _watch;
    private DotNetObjectReference<DeskLayout>? _self;

    [Inject] private Viewer Viewer { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IJSRuntime Browser { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? Visitor { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <summary>The zone the first answer was written for.</summary>
    [PersistentState]
    public string? Zone { get; set; }

    /// <summary>The colours the first answer was written for.</summary>
    [PersistentState]
    public bool? IsDark { get; set; }

    private string Here => Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    /// <summary>The tab was hidden or is seen again.</summary>
    [JSInvokable]
    public Task Seen(bool visible) => Viewer.SeeAsync(visible);

    /// <summary>The colours the browser shows were changed.</summary>
    [JSInvokable]
    public void Themed(bool dark)
    {
        Viewer.IsDark = dark;
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Zone ??= Http?.Request.Cookies["zone"];
        IsDark ??= Http?.Request.Cookies["theme"] == "dark";
        Viewer.IsDark = IsDark.Value;
        Viewer.UseZone(Zone);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _boundary?.Recover();
        // Once the key is revoked or expired, or the session is over, nothing here would answer.
        if (Http is null && Visitor is not null && (await Visitor).User.Identity is { IsAuthenticated: false })
            Navigation.NavigateTo($"{SignInEndpoints.Path}?from=/{Uri.EscapeDataString(Here)}", forceLoad: true);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _script = await Browser.InvokeAsync<IJSObjectReference>("import", "./_content/SupplyChain.Web/desk.js");
        _watch = await _script.InvokeAsync<IJSObjectReference>("watch", _self);
        if (await _script.InvokeAsync<bool>("dark") != Viewer.IsDark)
            Themed(!Viewer.IsDark);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_watch is not null)
                await _watch.InvokeVoidAsync("stop");
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and with it what was watched.
        }

        _self?.Dispose();
        GC.SuppressFinalize(this);
    }
}
