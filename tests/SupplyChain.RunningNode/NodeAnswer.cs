using System.Text;
using System.Text.Json;

namespace SupplyChain;

/// <summary>What a node answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The whole body.</param>
public sealed record NodeAnswer(int Status, byte[] Body)
{
    /// <summary>How long to wait before the same request may come again; null when that was not said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the request was carried out, now or before.</summary>
    public bool Acknowledged => Status is >= 200 and < 300;

    /// <summary>Whether the same request may be sent again: busy or unable.</summary>
    public bool Retryable => Status is 429 or 503;

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Reads the body.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, NodeHttp.Json)
        ?? throw new JsonException("The body is null.");

    /// <summary>A string member of the body; null when it has none.</summary>
    public string? Member(string name)
    {
        using var body = JsonDocument.Parse(Body);
        return body.RootElement.TryGetProperty(name, out var member) ? member.ToString() : null;
    }

    /// <summary>This answer, if it says yes.</summary>
    /// <exception cref="InvalidOperationException">It says no; the message has what was answered.</exception>
    public NodeAnswer Accepted(string request) =>
        Acknowledged ? this : throw new InvalidOperationException($"{request} was answered {Status}: {Text}");
}
