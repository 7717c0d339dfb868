using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What would happen; keyed by tenant. Nothing is written, nothing is reserved.</summary>
[GrainInterfaceType("preview"), Alias("preview"), Needs(Permission.Read)]
public interface IPreviewGrain : IGrainWithStringKey
{
    /// <summary>What an order would get if it were placed now.</summary>
    [Alias("quote"), Scoped(Scope.Closed)] Task<QuoteReply> Quote(PlaceOrder order);

    /// <summary>What closing a warehouse would change.</summary>
    [Alias("close"), Scoped(Scope.ByCommand)] Task<ClosingPreviewReply> Close(PreviewClosing query);

    /// <summary>What a stock adjustment would change.</summary>
    [Alias("adjust"), Scoped(Scope.ByCommand)] Task<AdjustmentPreviewReply> Adjust(PreviewAdjustment query);
}
