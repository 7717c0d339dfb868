using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestWebhookTests(RestNode node)
{
    private const string Nowhere = "https://receiver.invalid/in";

    private readonly RestWorld _world = new(node);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_webhook_shows_its_secret_once_and_is_replaced_by_its_id()
    {
        var id = _world.Id("H");
        var made = (await PutAsync(id, """{"url":"https://receiver.invalid/in","types":["supplychain.order.*"]}"""))
            .Should(201);
        made["secret"].GetString().Should().StartWith("whsec_");
        made["enabled"].GetBoolean().Should().BeTrue();
        made.Headers.CacheControl!.NoStore.Should().BeTrue();

        var again = (await PutAsync(id, """{"types":["supplychain.order.*"],"url":"https://receiver.invalid/in"}"""))
            .Should(200);
        again["replayed"].GetBoolean().Should().BeTrue();
        var changed = (await PutAsync(id, """{"url":"https://receiver.invalid/in","enabled":false}""")).Should(200);
        (changed["status"].GetString(), changed["types"].GetArrayLength()).Should().Be(("Paused", 0));
        var seen = (await node.SendAsync("GET", $"webhooks/{id}")).Should(200);
        seen["version"].GetInt64().Should().Be(changed["version"].GetInt64());

        foreach (var answer in new[] { again, changed, seen })
            answer.Body.TryGetProperty("secret", out _).Should().BeFalse();
        (await node.SendAsync("GET", "webhooks")).Should(200).Items
            .Should().Contain(item => item.GetProperty("id").GetString() == id);
    }

    [Theory]
    [InlineData("""{"types":[]}""", 422, "/url", "required")]
    [InlineData("""{"url":5}""", 400, "/url", "wrong-type")]
    [InlineData("""{"url":"not an address"}""", 422, "/url", "invalid")]
    [InlineData("""{"url":"http://receiver.invalid/"}""", 422, "/url", "invalid")]
    [InlineData("""{"url":"https://127.0.0.1/"}""", 422, "/url", "invalid")]
    [InlineData("""{"url":"https://[::1]/"}""", 422, "/url", "invalid")]
    [InlineData("""{"url":"https://receiver.invalid/","types":["supplychain.*","x"]}""", 422, "/types/1", "invalid")]
    [InlineData("""{"url":"https://receiver.invalid/","secret":"mine"}""", 400, "/secret", "unknown-member")]
    public async Task What_makes_no_sense_is_refused_by_its_field(string body, int status, string where, string code)
    {
        var id = _world.Id("H");

        (await PutAsync(id, body)).Should(status).Errors.Should().Contain((where, code));

        (await node.SendAsync("GET", $"webhooks/{id}")).Should(404);
    }

    [Fact]
    public async Task It_is_paused_resumed_rotated_tested_and_deleted()
    {
        var id = await MadeAsync();

        (await CommandAsync(id, "pause")).Should(200)["status"].GetString().Should().Be("Paused");
        (await CommandAsync(id, "pause")).Should(200)["replayed"].GetBoolean().Should().BeTrue();
        (await CommandAsync(id, "resume")).Should(200)["enabled"].GetBoolean().Should().BeTrue();
        var rotated = (await CommandAsync(id, "rotate")).Should(200);
        rotated["secret"].GetString().Should().StartWith("whsec_");
        rotated["formerSecretUntil"].GetDateTimeOffset().Should().BeAfter(Now.AddHours(23));
        var tested = (await CommandAsync(id, "test")).Should(200);
        tested["status"].GetString().Should().Be("Failed");
        tested["trouble"].GetString().Should().NotBeNullOrEmpty();
        (await node.SendAsync("DELETE", $"webhooks/{id}")).Should(204);

        (await node.SendAsync("GET", $"webhooks/{id}")).Should(404);
        foreach (var command in (string[])["pause", "resume", "rotate", "test"])
            (await CommandAsync(id, command)).Should(404);
        (await node.SendAsync("GET", $"webhooks/{id}/deliveries")).Should(404);
        (await node.SendAsync("DELETE", $"webhooks/{id}")).Should(404);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_has_its_events_wait_and_its_attempts_listed()
    {
        var id = _world.Id("H");
        (await PutAsync(id, $$"""{"url":"{{Nowhere}}","types":["supplychain.product.*"]}""")).Should(201);
        await _world.ProductAsync();

        var hook = await _world.EventuallyAsync($"webhooks/{id}", answer => answer["waiting"].GetInt32() > 0);

        hook["failingSince"].GetDateTimeOffset().Should().BeAfter(Now.AddMinutes(-5));
        var attempt = (await node.SendAsync("GET", $"webhooks/{id}/deliveries?failures=true")).Should(200).Items[^1];
        attempt.GetProperty("status").GetString().Should().Be("Failed");
        attempt.GetProperty("attempt").GetInt32().Should().Be(1);
        attempt.GetProperty("nextAt").GetDateTimeOffset().Should().BeAfter(Now.AddMinutes(-1));
        (await node.SendAsync("DELETE", $"webhooks/{id}")).Should(204);
    }

    [Fact]
    public async Task What_waits_is_tried_at_once_when_it_is_resumed_also_if_it_never_stopped()
    {
        var id = _world.Id("H");
        (await PutAsync(id, $$"""{"url":"{{Nowhere}}","types":["supplychain.webhook.created.v1"]}""")).Should(201);
        var happened = $"webhook/{await MadeAsync()}/1";
        // The second attempt is made after 5 s; the third would be 27 s later at the earliest.
        var second = await TriedAsync(id, happened, times: 2);

        (await CommandAsync(id, "resume")).Should(200)["status"].GetString().Should().Be("Active");

        var third = await TriedAsync(id, happened, times: 3);
        third.GetProperty("at").GetDateTimeOffset().Should().BeBefore(second.GetProperty("nextAt").GetDateTimeOffset());
        (await node.SendAsync("DELETE", $"webhooks/{id}")).Should(204);
    }

    [Theory]
    [InlineData("{}", "/after", "required")]
    [InlineData("""{"after":"0-0-0","delivery":"x"}""", "/after", "required")]
    [InlineData("""{"after":"yesterday"}""", "/after", "invalid")]
    [InlineData("""{"delivery":"msg_x"}""", "/delivery", "invalid")]
    [InlineData("""{"delivery":"order/NO-1/1"}""", "/delivery", "invalid")]
    public async Task A_replay_names_a_place_or_a_delivery_that_is_there(string body, string where, string code)
    {
        var id = await MadeAsync();

        (await node.SendAsync("POST", $"webhooks/{id}/replay", body)).Should(422).Errors.Should().Equal((where, code));
    }

    [Fact]
    public async Task A_change_can_be_made_on_the_version_that_was_seen()
    {
        var id = await MadeAsync();
        await CommandAsync(id, "rotate");

        (await node.SendAsync("PUT", $"webhooks/{id}", Body(), ifMatch: "\"1\"")).ShouldBeProblem(
            412, "version-mismatch");
        (await node.SendAsync("POST", $"webhooks/{id}/pause", ifMatch: "\"3\"")).Should(200);
    }

    private static string Body() => $$"""{"url":"{{Nowhere}}","enabled":false}""";

    private async Task<string> MadeAsync()
    {
        var id = _world.Id("H");
        (await PutAsync(id, Body())).Should(201);
        return id;
    }

    private async Task<JsonElement> TriedAsync(string id, string @event, int times)
    {
        var answer = await _world.EventuallyAsync(
            $"webhooks/{id}/deliveries", answer => answer.Items.Any(IsThatAttempt));
        return answer.Items.Single(IsThatAttempt);

        bool IsThatAttempt(JsonElement attempt) =>
            attempt.GetProperty("event").GetString() == @event && attempt.GetProperty("attempt").GetInt32() == times;
    }

    private Task<RestAnswer> PutAsync(string id, string body) => node.SendAsync("PUT", $"webhooks/{id}", body);

    private Task<RestAnswer> CommandAsync(string id, string command) =>
        node.SendAsync("POST", $"webhooks/{id}/{command}");
}
