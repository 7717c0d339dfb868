using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Network;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Access;

/// <summary>A key without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Who or what uses it.</param>
/// <param name="Prefix">What its text begins with, which is no secret.</param>
/// <param name="Role">What it may do.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">From when on it is refused; null: it does not expire.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
/// <param name="LastUsedAt">When it was used last, to the minute; null when never.</param>
/// <param name="Warehouses">The warehouses that it is limited to; absent: it is not limited.</param>
[SchemaName("Key")]
public sealed record KeyAnswer(
    KeyId Id,
    [property: MaxLength(Limits.MaxText)] string Name,
    string Prefix,
    Role Role,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt,
    [property: MaxLength(WarehouseScope.Most), JsonIgnore(Condition = WhenWritingNull)]
    Items<WarehouseId>? Warehouses)
{
    internal static KeyAnswer Of(KeyDetails key) => new(
        key.Id, key.Name, key.Prefix, key.Role, key.CreatedAt, key.ExpiresAt, key.RevokedAt, key.LastUsedAt,
        Limits(key));

    internal static Items<WarehouseId>? Limits(KeyDetails key) =>
        key.Warehouses.Count > 0 ? key.Warehouses : default(Items<WarehouseId>?);
}

/// <summary>A new key, with the only copy of its text there is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its text; it is shown this once.</param>
/// <param name="Prefix">What its text begins with, which is no secret.</param>
/// <param name="Tenant">Whose key it is.</param>
/// <param name="Role">What it may do.</param>
/// <param name="ExpiresAt">From when on it is refused; null: it does not expire.</param>
/// <param name="Warehouses">The warehouses that it is limited to; absent: it is not limited.</param>
[SchemaName("CreatedKey")]
public sealed record CreatedKeyAnswer(
    KeyId Id, string Key, string Prefix, TenantId Tenant, Role Role, DateTimeOffset? ExpiresAt,
    [property: MaxLength(WarehouseScope.Most), JsonIgnore(Condition = WhenWritingNull)]
    Items<WarehouseId>? Warehouses)
{
    internal static CreatedKeyAnswer Of(CreatedKey created, TenantId tenant) => new(
        created.Details.Id, created.Key, created.Details.Prefix, tenant, created.Details.Role,
        created.Details.ExpiresAt, KeyAnswer.Limits(created.Details));
}
