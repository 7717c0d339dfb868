using System.Net;
using System.Reflection;
using System.Text.Json;
using SupplyChain.Journal.Postgres;

namespace SupplyChain.Host.Nodes;

/// <summary>Tells that a node runs, and where.</summary>
internal static class Announcement
{
    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(Announcement).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    public static void Make(WebApplication app, NodeOptions options, int gatewayPort, Terminal terminal)
    {
        var urls = app.Urls.ToArray();
        var gateway = options.Cluster is { HasActors: false }
            ? null
            : new IPEndPoint(options.Cluster?.Advertise ?? IPAddress.Loopback, gatewayPort).ToString();
        var database = options.Cluster is null ? null : app.Services.GetRequiredService<PostgresDatabase>().Name;
        var role = (options.Cluster?.Role ?? NodeRole.All).ToString().ToLowerInvariant();
        var forPrograms = JsonSerializer.Serialize(new
        {
            urls, tenant = NodeOptions.Tenant.Value, environment = options.Environment, data = options.Data, gateway,
            clusterId = options.ClusterId, role, database, version = Version,
        });
        terminal.Answer(forPrograms,
        [
            $"SupplyChain {Version} is running.",
            .. urls.SelectMany(url => Addresses(url, options.Cluster?.HasRest ?? true)),
            .. gateway is null ? (string[])[] : [$"  SDK gateway   {gateway} (cluster {options.ClusterId})"],
            .. database is null ? (string[])[] : [$"  database      {database}"],
            $"  data          {options.Data}",
            options.IsOpen
                ? $"Development: open to every program on this machine and to no other; tenant {NodeOptions.Tenant}."
                : $"{options.Environment}: every caller shows a key; tenant {NodeOptions.Tenant}.",
            .. options.Certificate is { ValidUntil: var end }
                ? (string[])[$"Nodes and clients show certificates; this one's is valid until {end:u}."]
                : [],
            "Ctrl-C stops it.",
        ]);
    }

    private static string[] Addresses(string url, bool hasRest) => hasRest
        ?
        [
            $"  start page    {url}/",
            $"  REST          {url}/api/v1",
            $"  API document  {url}/openapi/v1.json",
            $"  operators     {url}/ops/orleans",
        ]
        : [$"  health        {url}/health/ready"];
}
