using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>All that a tenant's journal holds, personal data included; keyed by tenant.</summary>
[GrainInterfaceType("export"), Alias("export"), Needs(Permission.Govern), Scoped(Scope.Closed)]
public interface IExportGrain : IGrainWithStringKey
{
    /// <summary>
    /// A page of events, the oldest first; null when <c>after</c> or <c>until</c> is not a place in the feed. A page
    /// can have fewer events than were asked for; there are more as long as it has a <c>next</c>.
    /// </summary>
    [Alias("events")] Task<ExportPage?> Events(ReadExport query);
}
