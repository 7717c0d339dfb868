using Microsoft.JSInterop;

namespace SupplyChain.Planner;

/// <summary>The planner's name, as colleagues know it: kept in the browser until keys say who a planner is.</summary>
public sealed class PlannerName(IJSRuntime browser)
{
    private IJSObjectReference? _script;

    /// <summary>The name; null when this browser does not know it. Only once the page is alive.</summary>
    public async Task<string?> ReadAsync() => await (await ScriptAsync()).InvokeAsync<string?>("name");

    /// <summary>Keeps it.</summary>
    public async Task RememberAsync(string name) => await (await ScriptAsync()).InvokeVoidAsync("remember", name);

    private async Task<IJSObjectReference> ScriptAsync() =>
        _script ??= await browser.InvokeAsync<IJSObjectReference>("import", "./_content/SupplyChain.Web/planner.js");
}
