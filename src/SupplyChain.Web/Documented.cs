namespace SupplyChain;

/// <summary>What the OpenAPI document says of an operation, beside its path.</summary>
internal sealed record Documented
{
    /// <summary>The type that describes the body; null when there is none.</summary>
    public Type? Body { get; init; }

    /// <summary>Whether the body may be empty.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Whether the body is a file.</summary>
    public bool File { get; init; }

    /// <summary>Whether the body is a JSON object that is read elsewhere.</summary>
    public bool Json { get; init; }

    /// <summary>Parts of its path that are no identifiers.</summary>
    public IReadOnlyList<QueryParameter> Path { get; init; } = [];

    /// <summary>What the query understands.</summary>
    public IReadOnlyList<QueryParameter> Queries { get; init; } = [];

    /// <summary>Headers that it reads.</summary>
    public IReadOnlyList<QueryParameter> Headers { get; init; } = [];

    /// <summary>What the <c>Idempotency-Key</c> means to it; null for what it means in general.</summary>
    public string? Repeat { get; init; }

    /// <summary>The refusals it can be answered with.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
