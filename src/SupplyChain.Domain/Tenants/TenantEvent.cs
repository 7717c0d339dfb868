namespace SupplyChain.Tenants;

/// <summary>What can happen to a tenant.</summary>
public abstract record TenantEvent
{
    private TenantEvent() { }

    /// <summary>It was made.</summary>
    /// <param name="Name">What people call it.</param>
    [EventType("tenant.created", Since = 2)]
    public sealed record Created(string Name) : TenantEvent;

    /// <summary>It has another name.</summary>
    /// <param name="Name">What people call it now.</param>
    [EventType("tenant.renamed", Since = 2)]
    public sealed record Renamed(string Name) : TenantEvent;

    /// <summary>It may use so much from here on.</summary>
    /// <param name="OrdersPerDay">New orders a day (UTC); null: any number.</param>
    /// <param name="CallsPerDay">Calls a day (UTC); null: any number.</param>
    /// <param name="Bytes">Bytes of events that are stored, of all time; null: any number.</param>
    [EventType("tenant.quotas-set", Since = 2)]
    public sealed record QuotasSet(long? OrdersPerDay, long? CallsPerDay, long? Bytes) : TenantEvent;
}
