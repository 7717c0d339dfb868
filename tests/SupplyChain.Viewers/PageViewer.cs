using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace SupplyChain;

/// <summary>
/// A tab without a browser: it loads a page, starts its circuit as the page's script does, confirms what is rendered
/// and answers what is called. It draws nothing.
/// </summary>
internal sealed class PageViewer(Uri page, Tally tally) : IAsyncDisposable
{
    /// <summary>What a call of the page's functions gives back: a reference to an object of the page.</summary>
    private const int ObjectReference = 1;

    private const string Attach = "Blazor._internal.attachWebRendererInterop";

    private HubConnection? _hub;
    private PageDocument? _document;
    private int _objects;
    private bool _isLive;
    private bool _isLeaving;

    /// <summary>Loads the page and begins to look at it.</summary>
    public async Task OpenAsync(CancellationToken stop)
    {
        using var handler = new HttpClientHandler { UseCookies = true };
        using var http = new HttpClient(handler);
        _document = PageDocument.Parse(await http.GetStringAsync(page, stop));
        if (_document.Components.Count == 0)
            throw new InvalidDataException($"{page} has no part that comes alive.");
        _hub = Connect(handler);
        await _hub.StartAsync(stop);
        var circuit = await _hub.InvokeAsync<string?>(
            "StartCircuit", new Uri(page, "/").ToString(), page.ToString(), "[]", _document.State, stop);
        if (circuit is null)
            tally.Failed("The circuit was not started");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isLeaving = true;
        if (_hub is not null)
            await _hub.DisposeAsync();
    }

    private HubConnection Connect(HttpClientHandler handler)
    {
        var address = new Uri(page, "/_blazor");
        var builder = new HubConnectionBuilder().WithUrl(address, HttpTransportType.WebSockets, options =>
        {
            options.Cookies = handler.CookieContainer;
            // Browsers offer it, and packing costs the node time.
            options.WebSocketConfiguration = socket => socket.DangerousDeflateOptions = new WebSocketDeflateOptions();
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack(tally));
        var hub = builder.Build();
        hub.On<long, byte[]>("JS.RenderBatch", RenderedAsync);
        hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", CalledAsync);
        hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        hub.On<int, byte[]>("JS.ReceiveByteArray", (_, _) => { });
        hub.On<string>("JS.EndInvokeDotNet", _ => { });
        hub.On<long>("JS.EndUpdateRootComponents", _ => { });
        hub.On<string>("JS.Error", why => tally.Failed(why));
        hub.Closed += Lost;
        return hub;
    }

    private Task Lost(Exception? why)
    {
        if (_isLive)
            tally.Live(-1);
        if (!_isLeaving)
            tally.Failed($"The connection was lost: {why?.Message ?? "closed by the node"}");
        return Task.CompletedTask;
    }

    private async Task RenderedAsync(long batch, byte[] changes)
    {
        tally.Rendered();
        if (!_isLive)
        {
            _isLive = true;
            tally.Live(1);
        }

        await _hub!.SendAsync("OnRenderCompleted", batch, null);
    }

    private async Task CalledAsync(
        long call, string function, string arguments, int resultKind, long target, int callKind)
    {
        tally.Called();
        if (function == Attach)
            await _hub!.SendAsync("UpdateRootComponents", _document!.AddAll(), _document.State);
        if (call != 0)
        {
            await _hub!.SendAsync("EndInvokeJSFromDotNet", call, true, string.Create(
                CultureInfo.InvariantCulture, $"[{call},true,{Result(function, resultKind)}]"));
        }
    }

    private string Result(string function, int kind) => (function, kind) switch
    {
        (_, ObjectReference) => string.Create(
            CultureInfo.InvariantCulture, $$"""{"__jsObjectId":{{Interlocked.Increment(ref _objects)}}}"""),
        ("dark", _) => "false",
        _ => "null",
    };
}
