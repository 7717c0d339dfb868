using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>
/// A request of the OpenAPI document's example and what it is answered. In their order they are one story, and a test
/// tells it to a node.
/// </summary>
internal sealed record Example
{
    /// <summary>The operation's id.</summary>
    public required string Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below <c>/api/v1</c>, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The body, as JSON.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>The body, when it is a file.</summary>
    public string? Text { get; init; }

    /// <summary>The <c>Idempotency-Key</c>.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>The answer: JSON, or the text of a file; null when it has no body.</summary>
    public JsonNode? Answer { get; init; }
}
