using System.Diagnostics.Metrics;

namespace SupplyChain.Access;

/// <summary>Why a caller was refused.</summary>
public enum AccessRefusal
{
    /// <summary>It showed nothing.</summary>
    Anonymous,

    /// <summary>What it showed is not accepted: unknown, forged, expired or revoked.</summary>
    Unknown,

    /// <summary>Its role may not do that.</summary>
    Forbidden,

    /// <summary>It asked for what belongs to another tenant.</summary>
    OtherTenant,

    /// <summary>It asked for what concerns the whole cluster, and is not of the home tenant.</summary>
    NotHome,
}

/// <summary>Counts refused callers, under the meter <c>SupplyChain.Access</c>.</summary>
public sealed class AccessMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupplyChain.Access";

    private readonly Counter<long> _refused;

    /// <summary>Makes the instruments.</summary>
    public AccessMetrics(IMeterFactory meters) => _refused = meters.Create(MeterName).CreateCounter<long>(
        "supplychain.access.refused", "{call}", "Calls that were refused because of who called.");

    /// <summary>A caller was refused.</summary>
    public void Refused(AccessRefusal why) =>
        _refused.Add(1, new KeyValuePair<string, object?>("reason", why.ToString().ToLowerInvariant()));
}
