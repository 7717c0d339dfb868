using Microsoft.JSInterop;

namespace SupplyChain.Planner;

/// <summary>
/// What was written in the forms of this page and not yet sent. The browser keeps it (<c>written.js</c>), so it
/// outlives the connection, the page and the node.
/// </summary>
public sealed class WrittenForms(IJSRuntime browser)
{
    private IJSObjectReference? _script;

    /// <summary>The fields of a form by their names; null when nothing was written.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(string form) =>
        await (await ScriptAsync()).InvokeAsync<Dictionary<string, string>?>("read", form);

    /// <summary>It was sent, or is not wanted: it does not come back.</summary>
    public async Task ForgetAsync(string form)
    {
        try
        {
            await (await ScriptAsync()).InvokeVoidAsync("forget", form);
        }
        catch (JSDisconnectedException)
        {
            // The page comes back with what it had, and finds out that it was sent.
        }
    }

    /// <summary>Moves the focus to the first field that is not right.</summary>
    public async Task ToFaultAsync() => await (await ScriptAsync()).InvokeVoidAsync("toFault");

    private async Task<IJSObjectReference> ScriptAsync() => _script ??=
        await browser.InvokeAsync<IJSObjectReference>("import", "./_content/SupplyChain.Web/written.js");
}
