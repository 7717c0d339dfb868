using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using SupplyChain.Access;

namespace SupplyChain.Planner;

/// <summary>
/// The planner's name, as colleagues know it: that of the key the planner signed in with; where nobody has to show one,
/// what the browser keeps.
/// </summary>
public sealed class PlannerName(IJSRuntime browser, AuthenticationStateProvider visitors)
{
    private IJSObjectReference? _script;

    /// <summary>The name; null when this browser does not know it. Only once the page is alive.</summary>
    public async Task<string?> ReadAsync() =>
        (await visitors.GetAuthenticationStateAsync()).User.Name()
        ?? await (await ScriptAsync()).InvokeAsync<string?>("name");

    /// <summary>Keeps it.</summary>
    public async Task RememberAsync(string name) => await (await ScriptAsync()).InvokeVoidAsync("remember", name);

    private async Task<IJSObjectReference> ScriptAsync() =>
        _script ??= await browser.InvokeAsync<IJSObjectReference>("import", "./_content/SupplyChain.Web/planner.js");
}
