using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>Who did what; keyed by tenant.</summary>
[GrainInterfaceType("audit"), Alias("audit"), Needs(Permission.Govern)]
public interface IAuditGrain : IGrainWithStringKey
{
    /// <summary>
    /// A page of the audit trail, the newest first; null when <c>after</c> is not a place in it. A page takes a second
    /// at most, so it can have fewer entries than were asked for; there are more as long as it has a <c>next</c>.
    /// </summary>
    [Alias("read")] Task<Page<AuditEntry>?> Read(ReadAudit query);
}
