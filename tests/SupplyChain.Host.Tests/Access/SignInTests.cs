using System.Globalization;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Access;

/// <summary>A browser and the SDK sign in.</summary>
public sealed class SignInTests(KeyedNode node)
{
    private static readonly string[] Reasons = ["anonymous", "unknown", "forbidden"];

    /// <summary>Metrics that were asked for a moment ago are answered as they were then.</summary>
    private static readonly TimeSpan ScrapeAge = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task A_browser_that_is_not_signed_in_is_sent_to_sign_in_and_back()
    {
        using var asked = await node.SendAsync("GET", "/orders?status=Late", null, accept: "text/html");
        ((int)asked.StatusCode).Should().Be(302);
        asked.Headers.Location!.ToString().Should().Be("/sign-in?from=%2Forders%3Fstatus%3DLate");

        using var signedIn = await PostAsync(node.KeyOf("Viewer"), "/orders?status=Late");
        signedIn.Headers.Location!.ToString().Should().Be("/orders?status=Late");
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        cookie.Should().Contain("httponly").And.Contain("samesite=lax").And.NotContain(node.KeyOf("Viewer"));

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node.Url, "/orders"));
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        request.Headers.Accept.ParseAdd("text/html");
        using var page = await node.Http.SendAsync(request);
        ((int)page.StatusCode).Should().Be(200);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_sent_elsewhere(string from)
    {
        using var answer = await PostAsync(node.KeyOf("Viewer"), from);
        answer.Headers.Location!.ToString().Should().Be("/");
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_begins_no_session()
    {
        using var answer = await PostAsync(node.KeyOf("revoked"), "/");
        answer.Headers.Location!.ToString().Should().Contain("said=unknown");
        answer.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Fact]
    public async Task The_SDK_signs_in_with_its_key()
    {
        await using var chain = await ConnectAsync(node.KeyOf("Integrator"));
        (await chain.Inventory.PutProductAsync("KEYED-1", new("A product of a keyed client")))
            .Accepted.Should().BeTrue();

        var drain = () => chain.Operations.DrainAsync("nobody");
        (await drain.Should().ThrowAsync<AccessDeniedException>()).Which.IsKnown.Should().BeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("expired")]
    [InlineData("revoked")]
    public async Task The_SDK_is_refused_without_a_key_that_is_accepted(string? caller)
    {
        var connect = () => ConnectAsync(caller is null ? null : node.KeyOf(caller));
        await connect.Should().ThrowAsync<AccessDeniedException>();
    }

    [Fact]
    public async Task Refusals_are_counted_by_their_reason_and_logged_with_the_id_of_the_key()
    {
        var before = await RefusedAsync();
        using (await node.SendAsync("GET", "/api/v1/orders", key: null)) { }
        using (await node.SendAsync("GET", "/api/v1/orders", node.KeyOf("expired"))) { }
        using (await node.SendAsync("GET", "/api/v1/keys", node.KeyOf("Planner"))) { }
        using (await PostAsync(node.KeyOf("revoked"), "/")) { }
        var overRest = await RefusedAsync();
        var connect = () => ConnectAsync(node.KeyOf("revoked"));
        await connect.Should().ThrowAsync<AccessDeniedException>();
        var overTheGateway = await RefusedAsync();

        // Others ask the same node meanwhile.
        overRest["anonymous"].Should().BeGreaterThan(before["anonymous"]);
        overRest["unknown"].Should().BeGreaterThan(before["unknown"] + 1);
        overRest["forbidden"].Should().BeGreaterThan(before["forbidden"]);
        overTheGateway["unknown"].Should().BeGreaterThan(overRest["unknown"]);
        node.Logged().Should().Contain($"Refused GET /api/v1/keys to {node.KeyOf("Planner")[3..15]}: forbidden")
            .And.Contain("Refused POST /sign-in/key to no accepted key: unknown");
    }

    [Fact]
    public async Task A_key_that_is_revoked_is_refused_soon_after()
    {
        await using var admin = await ConnectAsync(node.KeyOf("Admin"));
        var created = (await admin.Keys.CreateAsync(new("soon revoked", Role.Viewer))).EnsureAccepted();
        await using var chain = await ConnectAsync(created.Key);
        await chain.Operations.StatusAsync();
        using (var before = await node.SendAsync("GET", "/api/v1/orders", created.Key))
            ((int)before.StatusCode).Should().Be(200);

        (await admin.Keys.RevokeAsync(created.Details.Id)).Accepted.Should().BeTrue();
        await Task.Delay(TimeSpan.FromSeconds(5));

        var ask = () => chain.Operations.StatusAsync();
        await ask.Should().ThrowAsync<AccessDeniedException>();
        using var after = await node.SendAsync("GET", "/api/v1/orders", created.Key);
        ((int)after.StatusCode).Should().Be(401);
    }

    /// <summary>How many were refused so far, by reason.</summary>
    private async Task<Dictionary<string, double>> RefusedAsync()
    {
        await Task.Delay(ScrapeAge);
        using var answer = await node.SendAsync("GET", "/metrics", node.KeyOf("Operator"), accept: "text/plain");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n')
            .Where(line => line.StartsWith("supplychain_access_refused", StringComparison.Ordinal)).ToArray();
        return Reasons.ToDictionary(reason => reason, reason => lines
            .Where(line => line.Contains($"reason=\"{reason}\"", StringComparison.Ordinal))
            .Sum(line => double.Parse(
                line[(line.IndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture)));
    }

    private Task<SupplyChainClient> ConnectAsync(string? key) =>
        SupplyChainClient.ConnectAsync(new() { Gateways = [node.Gateway], Key = key });

    private async Task<HttpResponseMessage> PostAsync(string key, string from)
    {
        using var form = new FormUrlEncodedContent([new("key", key), new("from", from)]);
        return await node.Http.PostAsync(new Uri(node.Url, "/sign-in/key"), form);
    }
}
