namespace SupplyChain.Tenants;

/// <summary>How much a tenant may use, as its stream says.</summary>
/// <param name="OrdersPerDay">New orders a day (UTC); null: any number.</param>
/// <param name="CallsPerDay">Calls a day (UTC); null: any number.</param>
/// <param name="Bytes">Bytes of events that are stored, of all time; null: any number.</param>
public sealed record AgreedQuotas(long? OrdersPerDay, long? CallsPerDay, long? Bytes)
{
    /// <summary>No quota at all.</summary>
    public static AgreedQuotas None { get; } = new(null, null, null);

    /// <summary>What a command says.</summary>
    public static AgreedQuotas Of(TenantQuotas? quotas) =>
        quotas is null ? None : new(quotas.OrdersPerDay, quotas.CallsPerDay, quotas.Bytes);

    /// <summary>The same for clients.</summary>
    public TenantQuotas ToContract() => new(OrdersPerDay, CallsPerDay, Bytes);
}
