using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Inventory;

/// <summary>One stock adjustment: <c>tenant/adjustment</c>.</summary>
[GrainInterfaceType("adjustment"), Alias("adjustment"), Needs(Permission.Read)]
public interface IAdjustmentGrain : IGrainWithStringKey
{
    /// <summary>Records it and answers once it is in stock; refused when on hand would fall below zero.</summary>
    [Alias("record"), Needs(Permission.Write), Scoped(Scope.ByCommand), Adds]
    Task<AdjustmentReply> Record(RecordAdjustment command);

    /// <summary>The adjustment; null when there is none.</summary>
    [Alias("get"), Scoped(Scope.ByEntity)] Task<AdjustmentDetails?> Get();
}
