namespace SupplyChain;

/// <summary>What travels beside the calls of a client; see <see cref="SupplyChainClient.With"/>.</summary>
public sealed record CallOptions
{
    /// <summary>The name of the caller; null: it stays, at first the name in the options of the client.</summary>
    public string? Actor { get; init; }

    /// <summary>
    /// The request this belongs to; null for the one it belongs to already, else the running activity's trace or a new
    /// one.
    /// </summary>
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
    /// What shows who calls, as <see cref="Access.AccessClient"/> gave it out; null for what the client shows already.
    /// </summary>
    public Func<ValueTask<string?>>? Token { get; init; }

    /// <summary>
    /// Whose entities it works on; null for those it works on already. Callers may work on those of their own tenant;
    /// an administrator of the home tenant may make the keys of others.
    /// </summary>
    public TenantId? Tenant { get; init; }

    internal Precondition Condition => new(IfMatch, IfNoneMatch);

    /// <summary>
    /// What comes after these: it stays as it is unless it is said anew. Conditions are about one entity and do not
    /// stay.
    /// </summary>
    internal CallOptions Then(CallOptions other) => other with
    {
        Actor = other.Actor ?? Actor,
        Correlation = other.Correlation ?? Correlation,
        Token = other.Token ?? Token,
        Tenant = other.Tenant ?? Tenant,
    };
}
