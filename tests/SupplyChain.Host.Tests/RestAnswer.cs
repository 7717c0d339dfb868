using System.Net.Http.Headers;
using System.Text.Json;
using FluentAssertions;

namespace SupplyChain;

/// <summary>What came back.</summary>
public sealed record RestAnswer(int Status, string? MediaType, JsonElement Body, HttpResponseHeaders Headers)
{
    /// <summary>A member of the body.</summary>
    public JsonElement this[string name] => Body.GetProperty(name);

    /// <summary>The elements of the list in the body.</summary>
    public IReadOnlyList<JsonElement> Items => [.. this["items"].EnumerateArray()];

    /// <summary>Where (pointer or parameter) and which code: each error of a problem document.</summary>
    public (string Where, string Code)[] Errors =>
    [
        .. this["errors"].EnumerateArray().Select(error => (
            error.TryGetProperty("pointer", out var pointer)
                ? pointer.GetString()!
                : $"parameter {error.GetProperty("parameter").GetString()}",
            error.GetProperty("code").GetString()!)),
    ];

    public static async Task<RestAnswer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var media = response.Content.Headers.ContentType?.MediaType;
        var json = media?.EndsWith("json", StringComparison.Ordinal) == true;
        using var document = JsonDocument.Parse(json ? text : JsonSerializer.Serialize(text));
        return new((int)response.StatusCode, media, document.RootElement.Clone(), response.Headers);
    }

    /// <summary>It has that status.</summary>
    public RestAnswer Should(int status)
    {
        Status.Should().Be(status, Body.ToString());
        return this;
    }

    /// <summary>It is a complete problem document of that status and code.</summary>
    public RestAnswer ShouldBeProblem(int status, string code)
    {
        Should(status);
        MediaType.Should().Be("application/problem+json");
        this["status"].GetInt32().Should().Be(status);
        this["code"].GetString().Should().Be(code);
        this["type"].GetString().Should().NotBeNullOrEmpty();
        this["title"].GetString().Should().NotBeNullOrEmpty();
        this["errors"].ValueKind.Should().Be(JsonValueKind.Array);
        return this;
    }
}
