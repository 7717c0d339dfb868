namespace SupplyChain.Tenants;

/// <summary>What a quota is about. The numbers are stable.</summary>
[GenerateSerializer, Alias("quota")]
public enum Quota
{
    /// <summary>New orders a day (<see cref="TenantQuotas.OrdersPerDay"/>).</summary>
    OrdersPerDay = 1,

    /// <summary>Calls a day (<see cref="TenantQuotas.CallsPerDay"/>).</summary>
    CallsPerDay = 2,

    /// <summary>Bytes of all time (<see cref="TenantQuotas.Bytes"/>).</summary>
    Bytes = 3,
}
