using System.Diagnostics.Metrics;

namespace SupplyChain.Tenants;

/// <summary>Counts what quotas refuse, under the meter <c>SupplyChain.Tenants</c>.</summary>
public sealed class QuotaMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupplyChain.Tenants";

    private readonly Counter<long> _refused;

    /// <summary>Makes the instruments.</summary>
    public QuotaMetrics(IMeterFactory meters) => _refused = meters.Create(MeterName).CreateCounter<long>(
        "supplychain.quota.refused", "{call}", "Calls that were refused because a quota is used up.");

    /// <summary>A call was refused.</summary>
    public void Refused(TenantId tenant, Quota quota) => _refused.Add(
        1, new("quota", quota.ToString()), new KeyValuePair<string, object?>("tenant", tenant.Value));
}
