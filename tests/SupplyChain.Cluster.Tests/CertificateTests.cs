using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Nodes at several addresses: they and their clients show certificates of one authority.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class CertificateTests
{
    private const int BadUsage = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Nodes_at_several_addresses_are_one_cluster_for_who_has_a_certificate_and_closed_for_others()
    {
        using var authority = new TestAuthority();
        await using var nodes = await Nodes.NoneAsync();
        var first = await nodes.StartAsync(At(nodes, "127.0.0.2", authority));
        var second = await nodes.StartAsync(At(nodes, "127.0.0.3", authority) with { Rehearses = true });
        var web = await nodes.StartAsync(nodes.Start("--role", "web") with
        {
            Settings = authority.Settings(authority.Issue("web")),
        });

        foreach (var node in (RunningNode[])[first, second, web])
            await nodes.Http(node).PutAsync("products/LAMP", new { description = $"Lamp of {node.Url}" });
        (await nodes.Http(first).GetAsync<SeenStatus>("status")).Silos.Should().HaveCount(2);
        await using var chain = await ConnectAsync(
            second.Gateway, ClusterCertificate.Load(authority.Issue("client"), authority.AuthorityFile));
        (await chain.Inventory.GetProductAsync("LAMP"))!.Description.Should().Be($"Lamp of {web.Url}");

        using var strangers = new TestAuthority();
        foreach (var strange in (ClusterCertificate?[])
            [null, ClusterCertificate.Load(strangers.Issue("client"), strangers.AuthorityFile)])
        {
            await FluentActions.Awaiting(() => ConnectAsync(second.Gateway, strange))
                .Should().ThrowAsync<UnavailableException>();
        }
        (await HangsUpAsync(second.Gateway)).Should().BeTrue("who speaks in the clear is not answered");
        var (_, said) = await At(nodes, "127.0.0.4", strangers).RefusedAsync();
        said.Should().Contain("Tls:Authority").And.Contain("127.0.0.");
        (await chain.Inventory.GetProductAsync("LAMP")).Should().NotBeNull("nobody was disturbed");
        (await nodes.MembersAsync(3)).Should().Be(2);
    }

    [Fact]
    public async Task A_node_with_a_certificate_joins_none_without()
    {
        using var authority = new TestAuthority();
        await using var nodes = await Nodes.NoneAsync();
        await nodes.StartAsync("--role", "silo");

        var (_, said) = await At(nodes, "127.0.0.2", authority).RefusedAsync();

        said.Should().Contain("Tls:Authority");
        (await nodes.MembersAsync(3)).Should().Be(1);
    }

    [Fact]
    public async Task Another_machine_needs_certificates()
    {
        await using var nodes = await Nodes.NoneAsync();

        var (code, said) = await nodes.Start("--advertise", "192.0.2.1").RefusedAsync();

        code.Should().Be(BadUsage);
        said.Should().Contain("--advertise").And.Contain("SUPPLYCHAIN_Tls__Certificate");
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_is_refused_with_its_setting()
    {
        using var authority = new TestAuthority();
        using var strangers = new TestAuthority();
        var good = authority.Issue("node");

        var half = new Dictionary<string, string> { ["SUPPLYCHAIN_Tls__Certificate"] = good };
        await IsRefusedAsync(half, "Tls:Authority");
        await IsRefusedAsync(authority.Settings("/nowhere/node.pem"), "/nowhere/node.pem");
        await IsRefusedAsync(authority.Settings(authority.AuthorityFile), "Tls:Certificate");
        await IsRefusedAsync(strangers.Settings(good), strangers.AuthorityFile);
        var old = authority.Issue("old", until: TimeProvider.System.GetUtcNow().AddDays(-1));
        await IsRefusedAsync(authority.Settings(old), old);
    }

    private static NodeStart At(Nodes nodes, string address, TestAuthority authority) =>
        nodes.Start("--advertise", address) with { Settings = authority.Settings(authority.Issue(address)) };

    private static Task<SupplyChainClient> ConnectAsync(string gateway, ClusterCertificate? certificate) =>
        SupplyChainClient.ConnectAsync(new()
        {
            Gateways = [gateway], Certificate = certificate, ConnectDeadline = TimeSpan.FromSeconds(5),
        });

    private static async Task<bool> HangsUpAsync(string gateway)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var plain = new TcpClient();
        await plain.ConnectAsync(IPEndPoint.Parse(gateway), patience.Token);
        await plain.GetStream().WriteAsync("PUT me through, please\r\n"u8.ToArray(), patience.Token);
        try
        {
            var answer = new byte[64];
            // At most TLS' own word that this was no greeting.
            while (await plain.GetStream().ReadAsync(answer, patience.Token) > 0)
                answer[0].Should().Be(0x15);
            return true;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static async Task IsRefusedAsync(IReadOnlyDictionary<string, string> settings, string said)
    {
        await using var nodes = await Nodes.NoneAsync();
        var (code, answer) = await (nodes.Start() with { Settings = settings }).RefusedAsync();
        code.Should().Be(BadUsage);
        answer.Trim().Should().StartWith("supplychain: ").And.Contain(said).And.NotContain("\n");
    }
}
