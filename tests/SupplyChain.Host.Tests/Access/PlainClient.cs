using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using SupplyChain.Operations;

namespace SupplyChain.Access;

/// <summary>A client of Orleans as anyone can write it: it calls any method of any actor with any token.</summary>
internal sealed class PlainClient : IAsyncDisposable
{
    private readonly IHost _host;

    private PlainClient(IHost host) => _host = host;

    /// <summary>The actors.</summary>
    public IClusterClient Cluster => _host.Services.GetRequiredService<IClusterClient>();

    /// <summary>Every method of every actor that clients know.</summary>
    public static MethodInfo[] Methods { get; } =
    [
        .. typeof(IOperationsGrain).Assembly.GetTypes()
            .Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods()),
    ];

    /// <summary>Connects to a node.</summary>
    public static async Task<PlainClient> ConnectAsync(KeyedNode node)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client => client.UseStaticClustering(IPEndPoint.Parse(node.Gateway)));
        builder.Services.Configure<ClusterOptions>(
            cluster => (cluster.ClusterId, cluster.ServiceId) = ("supplychain", "supplychain"));
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>Signs in with a key.</summary>
    public async Task<SignedIn> SignInAsync(string key) =>
        (await Cluster.GetGrain<IAccessGrain>("access").SignIn(new(key, BeginsSession: true)))!;

    /// <summary>Calls a method without arguments that make sense; whether the caller was let in.</summary>
    public async Task<string> CallAsync(MethodInfo method, string tenant, string? token)
    {
        RequestContext.Clear();
        CallContext.Token = token;
        var key = method.DeclaringType!.Name.Contains("Queries", StringComparison.Ordinal)
            || method.DeclaringType == typeof(IOperationsGrain) ? tenant : $"{tenant}/X-1@Y-1";
        var actor = Cluster.GetGrain(method.DeclaringType!, key);
        var arguments = method.GetParameters().Select(_ => (object?)null).ToArray();
        try
        {
            await (Task)method.Invoke(actor, arguments)!;
            return "let in";
        }
        catch (AccessDeniedException denied)
        {
            return denied.IsKnown ? "forbidden" : "unknown";
        }
        catch (Exception failure) when (failure is not TargetInvocationException)
        {
            return "let in"; // What it was given makes no sense.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        RequestContext.Clear();
        await _host.StopAsync();
        _host.Dispose();
    }
}
