using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupplyChain.Host.Nodes;
using SupplyChain.Verbs;
using Xunit;

namespace SupplyChain.Access;

/// <summary>From where a node may be reached.</summary>
public sealed class ReachTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supplychain-reach-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Development", "http://127.0.0.1:8080", null, null)]
    [InlineData("Development", "http://localhost:8080", null, null)]
    [InlineData("Development", "http://0.0.0.0:8080", null, "*not on this machine only*Development*")]
    [InlineData("Development", "http://127.0.0.1:8080", "10.0.0.5", "Web:Proxy: in Development*")]
    [InlineData("Production", "http://127.0.0.1:8080", null, null)]
    [InlineData("Production", "http://[::1]:8080", null, null)]
    [InlineData("Production", "http://0.0.0.0:8080", null, "*without TLS*SUPPLYCHAIN_Web__Proxy*")]
    [InlineData("Production", "http://[::]:8080", null, "*without TLS*SUPPLYCHAIN_Web__Proxy*")]
    [InlineData("Production", "http://10.0.0.7:8080", null, "*without TLS*SUPPLYCHAIN_Web__Proxy*")]
    [InlineData("Production", "http://10.0.0.7:8080", "10.0.0.5; 10.1.0.0/16", null)]
    [InlineData("Production", "https://0.0.0.0:8443", null, "*SUPPLYCHAIN_Kestrel__Certificates__Default__Path*")]
    [InlineData("Production", "https://0.0.0.0:8443", "10.0.0.5", "*SUPPLYCHAIN_Kestrel__Certificates__Default__Path*")]
    public void No_key_travels_between_machines_as_it_is(string environment, string url, string? proxy, string? said)
    {
        var check = () => Reach.Check(Options(environment, url), new ProxyOptions { Proxy = proxy }, new());
        if (said is null)
            check.Should().NotThrow();
        else
            check.Should().Throw<VerbException>().WithMessage(said).Which.Code.Should().Be(ExitCode.BadUsage);
    }

    [Theory]
    [InlineData("Production", null)]
    [InlineData("Development", "*Development*")]
    public void With_a_certificate_other_machines_reach_it_if_keys_are_asked_for(string environment, string? said)
    {
        var check = () => Reach.Check(Options(environment, "https://0.0.0.0:8443"), new(), Certificate());
        if (said is null)
            check.Should().NotThrow();
        else
            check.Should().Throw<VerbException>().WithMessage(said);
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_is_named()
    {
        var lost = new WebCertificate { Path = Path.Combine(_folder.FullName, "lost.pfx") };
        lost.Invoking(one => one.Check()).Should().Throw<VerbException>().WithMessage("*Default:Path '*lost.pfx'*");
        var other = Certificate();
        other.KeyPath = Certificate("another").KeyPath;
        other.Invoking(one => one.Check()).Should().Throw<VerbException>().WithMessage("*cannot be used*");
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.5;10.0.0")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData(" ; ")]
    public void A_proxy_that_is_none_is_refused(string proxy) =>
        new ProxyOptions { Proxy = proxy }.Invoking(one => one.Check())
            .Should().Throw<OptionsValidationException>().WithMessage("Web:Proxy *");

    [Theory]
    [InlineData("http://node.example:8080")]
    [InlineData("http://0.0.0.0:8080/path")]
    [InlineData("ftp://127.0.0.1:8080")]
    public void A_place_that_is_no_address_is_refused(string url)
    {
        var urls = new Option<string[]>("--urls") { CustomParser = ListenUrls.Parse };
        new RootCommand { urls }.Parse(["--urls", url]).Errors.Should().ContainSingle();
    }

    [Theory]
    [InlineData("10.0.0.5", "203.0.113.9", "https", 200, "203.0.113.9", true)]
    [InlineData("::ffff:10.0.0.5", "203.0.113.9", "https", 200, "203.0.113.9", true)]
    [InlineData("10.0.0.5", "198.51.100.1, 203.0.113.9", "https", 200, "203.0.113.9", true)]
    [InlineData("10.0.0.5", "203.0.113.9, 10.1.2.3", "https, http", 200, "203.0.113.9", true)]
    [InlineData("127.0.0.1", "203.0.113.9", "https", 200, "127.0.0.1", false)]
    [InlineData("192.0.2.77", "203.0.113.9", "https", 403, null, false)]
    public async Task What_a_declared_proxy_says_of_its_caller_is_believed_and_what_others_say_is_not(
        string from, string forwardedFor, string proto, int status, string? seen, bool isSecure)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseDeclaredProxies(new() { Proxy = "10.0.0.5;10.1.0.0/16" });
        (string? From, bool IsSecure) reached = default;
        app.Run(http =>
        {
            reached = (http.Connection.RemoteIpAddress?.ToString(), http.Request.IsHttps);
            return Task.CompletedTask;
        });
        var request = new DefaultHttpContext { RequestServices = services };
        request.Request.Scheme = "http";
        request.Connection.RemoteIpAddress = IPAddress.Parse(from);
        request.Request.Headers["X-Forwarded-For"] = forwardedFor;
        request.Request.Headers["X-Forwarded-Proto"] = proto;

        await app.Build()(request);

        request.Response.StatusCode.Should().Be(status);
        reached.Should().Be((seen, isSecure));
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080")]
    [InlineData("https://[::]:8443", "https://[::1]:8443")]
    [InlineData("http://10.0.0.7:8080", "http://10.0.0.7:8080")]
    [InlineData("http://localhost:8080", "http://localhost:8080")]
    public void A_node_asks_itself_where_it_is(string url, string own) => Reach.Own(url).Should().Be(own);

    [Fact]
    public async Task Over_TLS_the_session_is_kept_for_TLS_alone()
    {
        await using var node = new SecureNode(Certificate());
        await node.InitializeAsync();
        node.Url.Scheme.Should().Be("https");
        using var browser = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null },
        });
        using var form = new FormUrlEncodedContent([new("key", node.KeyOf("Viewer")), new("from", "/")]);

        using var signedIn = await browser.PostAsync(new Uri(node.Url, "/sign-in/key"), form);

        signedIn.Headers.GetValues("Set-Cookie").Single().Should().Contain("; secure");
    }

    private static NodeOptions Options(string environment, string url) => new()
    {
        Demo = false, Data = "data", Urls = [url], SiloPort = null, GatewayPort = null, ClusterId = "test",
        Cluster = null, Environment = environment,
    };

    private WebCertificate Certificate(string name = "node")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var (path, keyPath) = (
            Path.Combine(_folder.FullName, $"{name}.pem"), Path.Combine(_folder.FullName, $"{name}.key"));
        File.WriteAllText(path, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return new() { Path = path, KeyPath = keyPath };
    }

    private sealed class SecureNode(WebCertificate certificate) : KeyedNode
    {
        protected override string Urls => "https://127.0.0.1:0";

        protected override IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
        {
            ["SUPPLYCHAIN_Kestrel__Certificates__Default__Path"] = certificate.Path!,
            ["SUPPLYCHAIN_Kestrel__Certificates__Default__KeyPath"] = certificate.KeyPath!,
        };
    }
}
