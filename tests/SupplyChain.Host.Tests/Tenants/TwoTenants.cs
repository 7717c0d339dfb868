using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using FluentAssertions;
using SupplyChain.Access;
using Xunit;

namespace SupplyChain.Tenants;

/// <summary>Tests with two tenants share their node, and come one after the other.</summary>
[CollectionDefinition(nameof(TwoTenants))]
public sealed class TwoTenantsCollection : ICollectionFixture<TwoTenants>;

/// <summary>
/// A node that serves the home tenant and another one. Both have the same ids; every text of the other one holds a
/// canary, so that a byte of it that the home tenant sees is found.
/// </summary>
public sealed class TwoTenants : KeyedNode
{
    /// <summary>In every text of the other tenant.</summary>
    public const string Canary = "canary-7f3a91";

    /// <summary>A product that the other tenant alone has; addresses that a request asks for are in the log.</summary>
    public const string CanarySku = "canary-sku";

    /// <summary>The home tenant.</summary>
    public const string Home = "demo";

    /// <summary>The other one.</summary>
    public const string Other = "beta";

    private readonly Dictionary<string, string> _keysOfOther = [];
    private readonly HttpListener _receiver = new();
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

    /// <summary>The home tenant's documents.</summary>
    public TenantDocuments OfHome { get; private set; } = null!;

    /// <summary>The other tenant's.</summary>
    public TenantDocuments OfOther { get; private set; } = null!;

    /// <summary>What was posted to the webhooks of both, by path.</summary>
    public IReadOnlyList<(string Path, string Body)> Received => [.. _received];

    /// <summary>A provider of identities, whose claim <c>organization</c> names a person's tenant.</summary>
    public IdentityProvider Provider { get; private set; } = null!;

    protected override IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["SUPPLYCHAIN_Webhooks__AllowHttp"] = "true",
        ["SUPPLYCHAIN_Webhooks__AllowPrivateTargets"] = "true",
        ["SUPPLYCHAIN_Labels__CompanyPrefix"] = "9521141",
        ["SUPPLYCHAIN_Logging__LogLevel__Default"] = "Debug",
        ["SUPPLYCHAIN_Access__OpenId__Authority"] = Provider.Url.ToString(),
        ["SUPPLYCHAIN_Access__OpenId__ClientId"] = IdentityProvider.ClientId,
        ["SUPPLYCHAIN_Access__OpenId__ClientSecret"] = IdentityProvider.ClientSecret,
        ["SUPPLYCHAIN_Access__OpenId__Roles__Admin"] = "chiefs",
        ["SUPPLYCHAIN_Access__OpenId__TenantClaim"] = "organization",
    };

    /// <summary>The key of a role in a tenant.</summary>
    public string KeyOf(string tenant, string role) => tenant == Home ? KeyOf(role) : _keysOfOther[role];

    /// <summary>Sends a request and reads what comes back.</summary>
    public async Task<(int Status, string Body)> AskAsync(
        string method, string path, string key, string? body = null, string accept = "application/json")
    {
        using var answer = await SendAsync(method, path, key, body, accept);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public override async ValueTask InitializeAsync()
    {
        Provider = await IdentityProvider.StartAsync();
        await base.InitializeAsync();
        await Provider.KnowAsync(Url);
        var url = $"http://127.0.0.1:{FreePort()}/";
        _receiver.Prefixes.Add(url);
        _receiver.Start();
        _ = ReceiveAsync();
        var admin = KeyOf("Admin");
        (await AskAsync("PUT", $"/api/v1/tenants/{Other}", admin, """{"name":"Another"}""")).Status.Should().Be(201);
        foreach (var role in Enum.GetNames<Role>())
        {
            var (status, body) = await AskAsync(
                "POST", "/api/v1/keys", admin,
                $$"""{"name":"{{Canary}} {{role}}","role":"{{role}}","tenant":"{{Other}}"}""");
            status.Should().Be(201, body);
            var made = JsonDocument.Parse(body).RootElement;
            made.GetProperty("tenant").GetString().Should().Be(Other);
            _keysOfOther[role] = made.GetProperty("key").GetString()!;
        }
        OfHome = await TenantDocuments.WriteAsync(this, KeyOf("Admin"), "plain", "plain-sku", $"{url}home/");
        OfOther = await TenantDocuments.WriteAsync(
            this, _keysOfOther["Admin"], Canary, CanarySku, $"{url}other/");
    }

    public override async ValueTask DisposeAsync()
    {
        _receiver.Close();
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ReceiveAsync()
    {
        while (_receiver.IsListening)
        {
            try
            {
                var context = await _receiver.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                _received.Enqueue((context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
