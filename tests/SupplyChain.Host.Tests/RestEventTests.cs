using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>The feed of a node as its readers get it: pages, a stream that goes on, positions that are kept.</summary>
public sealed class RestEventTests(RestNode node)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _sku = $"EV-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_stream_shows_what_happens_and_goes_on_behind_any_event()
    {
        var subject = $"subject=product/{_sku}";
        await DefineAsync("one");
        await DefineAsync("two");
        using var first = await OpenAsync(subject);
        var seen = new List<(string Id, JsonElement Data)> { await first.NextAsync(), await first.NextAsync() };

        await DefineAsync("three");

        seen.Add(await first.NextAsync());
        seen.Select(one => one.Data.GetProperty("sequence").GetInt64()).Should().Equal(1, 2, 3);
        seen.Select(one => one.Data.GetProperty("data").GetProperty("description").GetString())
            .Should().Equal("one", "two", "three");
        foreach (var (place, behind) in seen.Select((one, index) => (one.Id, index + 1)))
        {
            await DefineAsync($"later {behind}");
            using var again = await OpenAsync(subject, place);
            (await again.NextAsync()).Data.GetProperty("sequence").GetInt64().Should().Be(behind + 1);
        }
    }

    [Fact]
    public async Task A_page_and_the_stream_show_the_same_events()
    {
        await DefineAsync("one");
        var page = (await node.SendAsync("GET", $"events?subject=product/{_sku}")).Should(200);
        using var stream = await OpenAsync($"subject=product/{_sku}&types=supplychain.product.*");

        (await stream.NextAsync()).Data.GetRawText().Should().Be(page["events"][0].GetRawText());
    }

    [Fact]
    public async Task A_consumer_is_known_by_its_position_and_its_lag()
    {
        await DefineAsync("one");
        using var stream = await OpenAsync($"subject=product/{_sku}");
        var (place, _) = await stream.NextAsync();
        await DefineAsync("two");

        var kept = (await node.SendAsync("PUT", $"consumers/{_sku}", $$"""{"position":"{{place}}"}""")).Should(201);

        kept["lagEvents"].GetInt64().Should().BePositive();
        (await node.SendAsync("GET", $"consumers/{_sku}")).Should(200)["position"].GetString().Should().Be(place);
        (await node.SendAsync("GET", "consumers")).Should(200)["items"].EnumerateArray()
            .Select(one => one.GetProperty("name").GetString()).Should().Contain(_sku);
        (await node.SendAsync("DELETE", $"consumers/{_sku}")).Should(204);
        (await node.SendAsync("GET", $"consumers/{_sku}")).Should(404);
    }

    private async Task DefineAsync(string description) => (await node.SendAsync(
        "PUT", $"products/{_sku}", $$"""{"description":"{{description}}"}""")).Status.Should().BeOneOf(200, 201);

    private async Task<EventLines> OpenAsync(string query, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"events/stream?{query}");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        return new(await node.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead), Patience);
    }
}
