using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupplyChain;

/// <summary>The web part on a free port, over scripted actors.</summary>
public sealed class Website : IAsyncLifetime
{
    private WebApplication? _app;

    public ScriptedActors Actors { get; } = new();

    public HttpClient Http { get; } = new();

    /// <summary>Everything that is mapped.</summary>
    public IEnumerable<Endpoint> Endpoints =>
        ((IEndpointRouteBuilder)_app!).DataSources.SelectMany(source => source.Endpoints);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Actors.Factory);
        builder.Services.AddSupplyChainNodeClient(options => options.Deadline = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton(new Access.WebAccess(IsOpen: true));
        builder.Services.AddSupplyChainWeb();
        _app = builder.Build();
        _app.UseSupplyChainProblems();
        _app.UseSupplyChainAccess();
        _app.MapSupplyChain();
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app!.DisposeAsync();
    }

    /// <summary>Sends a request with a JSON body (or none) and reads the JSON that comes back.</summary>
    public async Task<Answered> SendAsync(
        string method, string path, string? body = null, string? ifMatch = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        using var response = await Http.SendAsync(request);
        return await Answered.ReadAsync(response);
    }
}
