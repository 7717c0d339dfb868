using System.Net;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Webhooks;

public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("193.0.6.139", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("2a00:1450:4001:80b::200e", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_what_is_given_out_to_the_public_is_public(string address, bool isPublic) =>
        PublicAddresses.Contains(IPAddress.Parse(address)).Should().Be(isPublic);

    [Theory]
    [InlineData("https://127.0.0.1/", true)]
    [InlineData("https://2130706433/", true)]
    [InlineData("https://0x7f.1/", true)]
    [InlineData("https://[::1]:8443/", true)]
    [InlineData("https://localhost/", true)]
    [InlineData("https://a.localhost/", true)]
    [InlineData("https://erp.example/", false)]
    [InlineData("https://8.8.8.8/", false)]
    public void Addresses_that_say_what_they_are_are_refused_at_once(string url, bool isPrivate) =>
        PublicAddresses.IsPrivateHost(new(url)).Should().Be(isPrivate);

    [Fact]
    public void A_node_allows_https_to_public_addresses_unless_it_is_configured_otherwise()
    {
        var strict = new WebhookOptions();
        strict.Refusal("http://erp.example/")!.Message.Should().Be(
            "'url' is not https; a node that is started with SUPPLYCHAIN_Webhooks__AllowHttp=true allows it.");
        strict.Refusal("https://10.0.0.1/")!.Message.Should().Contain("SUPPLYCHAIN_Webhooks__AllowPrivateTargets=true")
            .And.NotContain("AllowHttp");
        strict.Refusal("http://127.0.0.1/")!.Message.Should().Contain("is not https and is a private address")
            .And.Contain("AllowHttp=true and SUPPLYCHAIN_Webhooks__AllowPrivateTargets=true");
        strict.Refusal("https://erp.example/").Should().BeNull();
        var lax = new WebhookOptions { AllowHttp = true, AllowPrivateTargets = true };
        lax.Refusal("http://10.0.0.1/").Should().BeNull();
    }

    [Fact]
    public async Task A_name_of_this_machine_is_not_connected_to()
    {
        using var sender = new WebhookSender(new() { AllowHttp = true }, TimeProvider.System);

        var outcome = await sender.PostAsync(
            new($"http://{Dns.GetHostName()}:9/", []), "msg_1", [], TimeSpan.FromSeconds(5), CancellationToken.None);

        outcome.Taken.Should().BeFalse();
        outcome.Trouble.Should().Contain("no public address");
    }
}
