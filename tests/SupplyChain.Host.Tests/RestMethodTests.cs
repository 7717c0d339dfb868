using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed partial class RestMethodTests(RestNode node)
{
    private const string Nobody = "NOBODY";

    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task HEAD_says_of_an_entity_what_GET_says_without_its_body()
    {
        var path = $"products/{_world.Id("P")}";
        (await node.SendAsync("PUT", path, """{"description":"A"}""")).Should(201);
        using var got = await node.Http.GetAsync(path);
        using var head = await AskAsync("HEAD", path);
        head.StatusCode.Should().Be(got.StatusCode);
        head.Headers.ETag.Should().Be(got.Headers.ETag);
        head.Content.Headers.ContentType.Should().Be(got.Content.Headers.ContentType);
        head.Content.Headers.ContentLength.Should().Be(got.Content.Headers.ContentLength);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task HEAD_answers_wherever_GET_does()
    {
        string[] paths =
        [
            "/health/startup", "/health/live", "/health/ready", "/openapi/v1.json",
            .. (await DocumentedAsync()).Where(path => path.Methods.Contains("GET")).Select(path => path.Path),
        ];
        foreach (var path in paths)
        {
            using var got = await node.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            using var head = await AskAsync("HEAD", path);
            head.StatusCode.Should().Be(got.StatusCode, path);
            head.Content.Headers.ContentType?.MediaType.Should().Be(got.Content.Headers.ContentType?.MediaType, path);
            (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty(path);
        }
    }

    [Fact]
    public async Task OPTIONS_tells_what_a_path_allows_and_so_does_a_405()
    {
        foreach (var (path, methods) in await DocumentedAsync())
        {
            string[] allowed = [.. methods, "OPTIONS", .. methods.Contains("GET") ? new[] { "HEAD" } : []];
            using var options = await AskAsync("OPTIONS", path);
            ((int)options.StatusCode).Should().Be(204, path);
            options.Content.Headers.Allow.Should().BeEquivalentTo(allowed, path);
            using var refused = await AskAsync(methods.Contains("DELETE") ? "PATCH" : "DELETE", path);
            ((int)refused.StatusCode).Should().Be(405, path);
            refused.Content.Headers.Allow.Should().BeEquivalentTo(allowed, path);
        }

        using var health = await AskAsync("OPTIONS", "/health/live");
        health.Content.Headers.Allow.Should().BeEquivalentTo("GET", "HEAD", "OPTIONS");
        using var nowhere = await AskAsync("OPTIONS", "nowhere");
        ((int)nowhere.StatusCode).Should().Be(404);
    }

    private async Task<HttpResponseMessage> AskAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await node.Http.SendAsync(request);
    }

    /// <summary>
    /// Every path of the OpenAPI document, for entities nobody has. What has a name of its own may be an entity's path
    /// too: <c>/orders/export</c> is the order that is called so.
    /// </summary>
    private async Task<(string Path, string[] Methods)[]> DocumentedAsync()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await node.Http.GetStringAsync("/openapi/v1.json"));
        var all = document.GetProperty("paths").EnumerateObject().Select(path => (
            path.Name, Path: Parameter().Replace(path.Name, Nobody),
            Methods: path.Value.EnumerateObject().Select(operation => operation.Name.ToUpperInvariant()))).ToArray();
        return
        [
            .. all.Select(one => (
                one.Path,
                all.Where(other => Regex.IsMatch(one.Path, $"^{Parameter().Replace(other.Name, "[^/]+")}$"))
                    .SelectMany(other => other.Methods).Distinct().ToArray())),
        ];
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
