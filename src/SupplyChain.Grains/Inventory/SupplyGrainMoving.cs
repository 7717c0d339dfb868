using Orleans.Runtime;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>How a product's supply goes on living in another silo.</summary>
public sealed partial class SupplyGrain : IGrainMigrationParticipant
{
    private const string Carried = "supply";
    private CarriedSupply? _carried;

    /// <summary>The states travel with the actor unless something is pending or they are big; then the journal is
    /// read.</summary>
    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext context)
    {
        if (IsAtRest && _streams.Carry(MaxCarriedBytes) is { } carried)
        {
            context.TryAddValue(Carried, carried);
        }
    }

    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext context)
    {
        if (context.TryGetValue(Carried, out CarriedSupply? carried)
            && carried!.Items.All(item => item.State.Schema == StockItem.StateSchema)
            && (carried.Backlog is null || carried.Backlog.Schema == Orders.Backlog.StateSchema))
        {
            _carried = carried;
        }
    }
}
