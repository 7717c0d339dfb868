namespace SupplyChain;

/// <summary>What travels beside the calls of a client; see <see cref="SupplyChainClient.With"/>.</summary>
public sealed record CallOptions
{
    /// <summary>Who asks; null for the client's own name.</summary>
    public string? Actor { get; init; }

    /// <summary>The request this belongs to; null for the running activity's trace, or a new one.</summary>
    public string? Correlation { get; init; }

    /// <summary>
    /// The version of the entity the caller saw last: a command on another one is refused.
    /// <see cref="Versions.Any"/>: it has to exist.
    /// </summary>
    public Versions? IfMatch { get; init; }

    /// <summary>
    /// Versions the entity must not have. <see cref="Versions.Any"/>: it must not exist yet, so that nothing that is
    /// there is replaced.
    /// </summary>
    public Versions? IfNoneMatch { get; init; }

    /// <summary>
    /// What shows who calls, as <see cref="Access.AccessClient"/> gave it out; null for what the client shows already,
    /// which is its own key at first.
    /// </summary>
    public Func<ValueTask<string?>>? Token { get; init; }

    internal Precondition Condition => new(IfMatch, IfNoneMatch);
}
