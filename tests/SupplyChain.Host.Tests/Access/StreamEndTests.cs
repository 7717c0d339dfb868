using System.Diagnostics;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Access;

/// <summary>A stream goes on for hours, and ends when its key is revoked.</summary>
public sealed class StreamEndTests(KeyedNode node)
{
    [Fact]
    public async Task A_stream_ends_within_five_seconds_when_its_key_is_revoked()
    {
        var admin = node.KeyOf("Admin");
        using var made = await node.SendAsync(
            "POST", "/api/v1/keys", admin, """{"name":"a stream","role":"Viewer"}""");
        var key = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement;
        using var other = new EventLines(
            await node.SendAsync("GET", "/api/v1/events/stream", admin), TimeSpan.FromSeconds(30));
        using var stream = new EventLines(
            await node.SendAsync("GET", "/api/v1/events/stream", key.GetProperty("key").GetString()),
            TimeSpan.FromSeconds(30));
        await stream.NextAsync();

        using var revoked = await node.SendAsync("DELETE", $"/api/v1/keys/{key.GetProperty("id").GetString()}", admin);
        var took = Stopwatch.StartNew();
        await stream.EndAsync();

        took.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
        (await other.NextAsync()).Id.Should().NotBeEmpty("the stream of another key goes on");
    }
}
