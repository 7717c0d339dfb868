using System.ComponentModel.DataAnnotations;
using SupplyChain.Network;

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
    /// The warehouses that it is limited to, of a viewer or a planner; absent: it is not limited.
    /// </summary>
    [MinLength(1), MaxLength(WarehouseScope.Most)]
    public Items<WarehouseId>? Warehouses { get; init; }

    /// <summary>
    /// Whose it is to be; absent: the caller's. Administrators of the home tenant alone may name another.
    /// </summary>
    public TenantId? Tenant { get; init; }

    internal static KeyToCreate Read(BodyReader body) => new(
        new(
            body.Text("name", required: true) ?? "",
            body.Choice<Role>("role", required: true) ?? default,
            body.Small("expiresInDays"),
            Limited(body)),
        body.Id<TenantId>("tenant", required: false));

    private static Items<WarehouseId> Limited(BodyReader body)
    {
        if (body.Texts("warehouses") is not { } listed)
            return [];
        if (listed.Count == 0)
            body.Invalid("warehouses", "'warehouses' names none; without it the key is not limited.");
        return listed.Select(WarehouseId.Of).ToItems();
    }
}

/// <summary>A key to create, and for whom.</summary>
/// <param name="Key">The key.</param>
/// <param name="Tenant">Whose it is to be; null: the caller's.</param>
internal sealed record KeyToCreate(CreateKey Key, TenantId? Tenant);
