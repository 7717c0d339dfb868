namespace SupplyChain.Tenants;

/// <summary>How much a tenant may use. Days begin at midnight UTC.</summary>
/// <param name="OrdersPerDay">New orders a day, 0 or more; null: any number.</param>
/// <param name="CallsPerDay">Calls a day, 0 or more; null: any number.</param>
/// <param name="Bytes">Bytes of events that are stored, of all time, 0 or more; null: any number.</param>
[GenerateSerializer, Immutable, Alias("tenant-quotas")]
public sealed record TenantQuotas(
    [property: Id(0)] long? OrdersPerDay = null,
    [property: Id(1)] long? CallsPerDay = null,
    [property: Id(2)] long? Bytes = null)
{
    /// <summary>The highest quota.</summary>
    public const long Most = 1_000_000_000_000_000;

    /// <summary>No quota at all.</summary>
    public static TenantQuotas None { get; } = new();

    internal void Validate(FaultList faults)
    {
        Check("quotas/ordersPerDay", OrdersPerDay);
        Check("quotas/callsPerDay", CallsPerDay);
        Check("quotas/bytes", Bytes);

        void Check(string member, long? quota)
        {
            if (quota is { } given)
                faults.Range(member, given, 0, Most);
        }
    }
}
