namespace SupplyChain.Events;

/// <summary>A tenant was made.</summary>
/// <param name="Name">What people call it.</param>
[CloudEventType("supplychain.tenant.created.v1")]
public sealed record TenantCreated(string Name);

/// <summary>A tenant has another name.</summary>
/// <param name="Name">What people call it now.</param>
[CloudEventType("supplychain.tenant.renamed.v1")]
public sealed record TenantRenamed(string Name);

/// <summary>A tenant may use so much from here on.</summary>
/// <param name="OrdersPerDay">New orders a day (UTC); null: any number.</param>
/// <param name="CallsPerDay">Calls a day (UTC); null: any number.</param>
/// <param name="Bytes">Bytes of events that are stored, of all time; null: any number.</param>
[CloudEventType("supplychain.tenant.quotas-set.v1")]
public sealed record TenantQuotasSet(long? OrdersPerDay, long? CallsPerDay, long? Bytes);
