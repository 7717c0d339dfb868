using System.Net.Http.Headers;
using System.Text.Json;

namespace SupplyChain;

/// <summary>What came back.</summary>
public sealed record Answered(int Status, string? MediaType, JsonElement Body, HttpResponseHeaders Headers)
{
    /// <summary>Where (pointer or parameter) and which code: each error of a problem document.</summary>
    public (string Where, string Code)[] Errors =>
    [
        .. Body.GetProperty("errors").EnumerateArray().Select(error => (
            error.TryGetProperty("pointer", out var pointer)
                ? pointer.GetString()!
                : $"parameter {error.GetProperty("parameter").GetString()}",
            error.GetProperty("code").GetString()!)),
    ];

    public static async Task<Answered> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        using var document = JsonDocument.Parse(json ? text : JsonSerializer.Serialize(text));
        return new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            document.RootElement.Clone(),
            response.Headers);
    }

    /// <summary>It is a complete problem document of that status and code.</summary>
    public void ShouldBeProblem(int status, string code)
    {
        Status.Should().Be(status, Body.ToString());
        MediaType.Should().Be("application/problem+json");
        Body.GetProperty("status").GetInt32().Should().Be(status);
        Body.GetProperty("code").GetString().Should().Be(code);
        Body.GetProperty("type").GetString().Should().Be($"urn:supplychain:problem:{code}");
        Body.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        Body.GetProperty("errors").ValueKind.Should().Be(JsonValueKind.Array);
    }
}
