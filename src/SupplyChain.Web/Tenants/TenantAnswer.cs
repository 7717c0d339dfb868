using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Tenants;

/// <summary>A tenant.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Quotas">How much it may use.</param>
/// <param name="CreatedAt">When it was made; absent for the home tenant, which is there from the beginning.</param>
/// <param name="Version">How many events it has had, 0 for a home tenant that was never named; its ETag.</param>
[SchemaName("Tenant")]
public sealed record TenantAnswer(
    TenantId Id,
    [property: MaxLength(Limits.MaxText)] string Name,
    TenantQuotasAnswer Quotas,
    [property: JsonIgnore(Condition = WhenWritingNull)] DateTimeOffset? CreatedAt,
    long Version) : EntityAnswer, IVersioned
{
    internal static TenantAnswer Of(TenantDetails tenant) =>
        new(tenant.Id, tenant.Name, TenantQuotasAnswer.Of(tenant.Quotas), tenant.CreatedAt, tenant.Version);
}

/// <summary>How much a tenant may use. Days begin at midnight UTC.</summary>
/// <param name="OrdersPerDay">New orders a day; null: any number.</param>
/// <param name="CallsPerDay">Calls a day; null: any number.</param>
/// <param name="Bytes">Bytes of events that are stored, of all time; null: any number.</param>
[SchemaName("TenantQuotas")]
public sealed record TenantQuotasAnswer(
    [property: Range(0, TenantQuotas.Most)] long? OrdersPerDay,
    [property: Range(0, TenantQuotas.Most)] long? CallsPerDay,
    [property: Range(0, TenantQuotas.Most)] long? Bytes)
{
    internal static TenantQuotasAnswer Of(TenantQuotas quotas) =>
        new(quotas.OrdersPerDay, quotas.CallsPerDay, quotas.Bytes);
}
