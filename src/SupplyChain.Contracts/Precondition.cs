namespace SupplyChain;

/// <summary>What has to be true of an entity for a command on it to be carried out (RFC 9110 §13.1).</summary>
/// <param name="IfMatch">It exists in one of these versions; null when that does not matter.</param>
/// <param name="IfNoneMatch">It exists in none of these versions; null when that does not matter.</param>
[GenerateSerializer, Immutable, Alias("precondition")]
public readonly record struct Precondition(
    [property: Id(0)] Versions? IfMatch, [property: Id(1)] Versions? IfNoneMatch)
{
    /// <summary>Whether everything is fine, whatever the entity is like.</summary>
    public bool IsNone => this == default;

    /// <summary>Why a command is not carried out, for people; null when nothing speaks against it.</summary>
    /// <param name="version">The version its entity tag names; 0 when there is none.</param>
    /// <param name="exists">Whether the entity exists.</param>
    public string? Unmet(long version, bool exists)
    {
        if (IfMatch is { } wanted && !(wanted.IsAny ? exists : version > 0 && wanted.Include(version)))
            return Missed(wanted, version, exists);
        if (IfNoneMatch is { } unwanted && (unwanted.IsAny ? exists : unwanted.Include(version)))
            return Invariant($"The entity exists already: it is at version {version}.");
        return null;
    }

    private static string Missed(Versions wanted, long version, bool exists) => (exists, wanted.Listed.Count) switch
    {
        (false, _) => "The entity does not exist yet.",
        (true, 0) => Invariant($"The entity is at version {version}, which none of the entity tags names."),
        _ => Invariant($"The entity is at version {version}, not {wanted}."),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
