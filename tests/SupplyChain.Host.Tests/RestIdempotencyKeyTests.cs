using System.Text;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class RestIdempotencyKeyTests(RestNode node)
{
    private const string File = "order;line;customer;country;sku;quantity;wanted by;warehouse;value;currency\n";

    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task An_import_that_is_sent_again_under_its_key_is_the_same_import()
    {
        var key = _world.Id("K");

        var first = await StartAsync(key);
        var again = await StartAsync(key);
        var other = await StartAsync(_world.Id("K"));
        var none = await StartAsync(null);

        again.Should(202)["id"].GetString().Should().Be(first.Should(202)["id"].GetString());
        new[] { first, other, none }.Select(one => one["id"].GetString()).Should().OnlyHaveUniqueItems();
        (await StartAsync(key, "&dryRun=true")).ShouldBeProblem(409, "conflict");
    }

    [Fact]
    public async Task A_document_is_the_same_under_any_key_and_none()
    {
        var sku = _world.Id("S");

        (await PutAsync(sku, "one")).Should(201);
        (await PutAsync(sku, "other")).Should(200)["replayed"].GetBoolean().Should().BeTrue();
        (await node.SendAsync("PUT", $"products/{sku}", """{"description":"Pump"}"""))
            .Should(200)["replayed"].GetBoolean().Should().BeTrue();
    }

    private Task<RestAnswer> PutAsync(string sku, string key) => SendAsync(
        HttpMethod.Put, $"products/{sku}",
        new StringContent("""{"description":"Pump"}""", Encoding.UTF8, "application/json"), key);

    private Task<RestAnswer> StartAsync(string? key, string more = "") => SendAsync(
        HttpMethod.Post, $"imports?profile=orders{more}", new StringContent(File, Encoding.UTF8, "text/csv"), key);

    private async Task<RestAnswer> SendAsync(HttpMethod method, string path, HttpContent body, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body;
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await node.Http.SendAsync(request);
        return await RestAnswer.ReadAsync(response);
    }
}
