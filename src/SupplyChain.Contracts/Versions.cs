namespace SupplyChain;

/// <summary>Versions of an entity: those listed, or any.</summary>
[GenerateSerializer, Immutable, Alias("versions")]
public sealed record Versions
{
    /// <summary>Any version: what matters is whether the entity exists.</summary>
    public static readonly Versions Any = new() { IsAny = true };

    /// <summary>Whether it is every version.</summary>
    [Id(0)] public bool IsAny { get; private init; }

    /// <summary>The versions, when they are listed; an empty list holds none.</summary>
    [Id(1)] public Items<long> Listed { get; private init; }

    /// <summary>The versions of a list.</summary>
    public static Versions Of(IEnumerable<long> versions) => new() { Listed = versions.ToItems() };

    /// <summary>One version.</summary>
    public static implicit operator Versions(long version) => Of([version]);

    /// <summary>Whether a version is one of them.</summary>
    public bool Include(long version) => IsAny || Listed.Contains(version);

    /// <summary>As text: <c>*</c>, or the versions with commas between them.</summary>
    public override string ToString() => IsAny ? "*" : string.Join(',', Listed.Select(
        version => version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
