namespace SupplyChain;

/// <summary>An actor's key: <c>tenant/id</c>.</summary>
public static class GrainKey
{
    /// <summary>The key of an entity of a tenant.</summary>
    public static string Of<T>(TenantId tenant, T id) => $"{tenant.Value}/{id}";

    /// <summary>Splits a key into the tenant and the entity's own id.</summary>
    public static (TenantId Tenant, string Id) Split(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (key[..slash], key[(slash + 1)..]);
    }
}
