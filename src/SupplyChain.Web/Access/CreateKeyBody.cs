using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Access;

/// <summary>Creates a key.</summary>
[SchemaName("CreateKey")]
public sealed record CreateKeyBody
{
    /// <summary>Who or what is to use it; the history of entities shows it as the caller.</summary>
    [MaxLength(Limits.MaxText)]
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required Role Role { get; init; }

    /// <summary>After how many days it is refused; absent: it does not expire.</summary>
    [Range(1, CreateKey.MaxDays)]
    public int? ExpiresInDays { get; init; }

    /// <summary>
    /// Whose it is to be; absent: the caller's. Administrators of the home tenant alone may name another.
    /// </summary>
    public TenantId? Tenant { get; init; }

    internal static KeyToCreate Read(BodyReader body) => new(
        new(
            body.Text("name", required: true) ?? "",
            body.Choice<Role>("role", required: true) ?? default,
            body.Small("expiresInDays")),
        body.Id<TenantId>("tenant", required: false));
}

/// <summary>A key to create, and for whom.</summary>
/// <param name="Key">The key.</param>
/// <param name="Tenant">Whose it is to be; null: the caller's.</param>
internal sealed record KeyToCreate(CreateKey Key, TenantId? Tenant);
