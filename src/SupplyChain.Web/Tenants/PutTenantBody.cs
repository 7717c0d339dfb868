using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Tenants;

/// <summary>Makes a tenant, or replaces what is known of it.</summary>
[SchemaName("PutTenant")]
public sealed record PutTenantBody
{
    /// <summary>What people call it, 1 to 200 characters.</summary>
    [Length(1, Limits.MaxText)]
    public required string Name { get; init; }

    /// <summary>How much it may use; absent: as much as it likes.</summary>
    public TenantQuotasBody? Quotas { get; init; }

    internal static PutTenant Read(BodyReader body) => new(
        body.Text("name", required: true) ?? "",
        body.Object("quotas", false, TenantQuotasBody.Read));
}

/// <summary>How much a tenant may use. Days begin at midnight UTC.</summary>
[SchemaName("PutTenantQuotas")]
public sealed record TenantQuotasBody
{
    /// <summary>New orders a day; absent: any number.</summary>
    [Range(0, TenantQuotas.Most)]
    public long? OrdersPerDay { get; init; }

    /// <summary>Calls a day; absent: any number.</summary>
    [Range(0, TenantQuotas.Most)]
    public long? CallsPerDay { get; init; }

    /// <summary>Bytes of events that are stored, of all time; absent: any number.</summary>
    [Range(0, TenantQuotas.Most)]
    public long? Bytes { get; init; }

    internal static TenantQuotas Read(BodyReader body) =>
        new(body.Whole("ordersPerDay"), body.Whole("callsPerDay"), body.Whole("bytes"));
}
