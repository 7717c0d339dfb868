using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Inventory;

/// <summary>One goods receipt: <c>tenant/receipt</c>.</summary>
[GrainInterfaceType("receipt"), Alias("receipt"), Needs(Permission.Read)]
public interface IReceiptGrain : IGrainWithStringKey
{
    /// <summary>Records it and answers once every line is in stock.</summary>
    [Alias("record"), Needs(Permission.Write), Scoped(Scope.ByCommand), Adds]
    Task<ReceiptReply> Record(RecordReceipt command);

    /// <summary>The receipt; null when there is none.</summary>
    [Alias("get"), Scoped(Scope.ByEntity)] Task<ReceiptDetails?> Get();
}
