using SupplyChain.Access;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tables;
using SupplyChain.Tenants;
using SupplyChain.Transfers;
using SupplyChain.Webhooks;

namespace SupplyChain;

/// <summary>Every aggregate's read model.</summary>
internal static class AggregateReadModels
{
    /// <summary>All of them, in the order in which they write a batch.</summary>
    public static readonly IReadOnlyList<IAggregateReadModel> All =
    [
        new OrderReadModel(), new StockReadModel(), new BacklogReadModel(), new ShipmentReadModel(),
        new WarehouseReadModel(), new ProductReadModel(), new ImportReadModel(), new ExceptionWorkReadModel(),
        new ReceiptReadModel(), new AdjustmentReadModel(), new LabelSerialsReadModel(), new SavedProfilesReadModel(),
        new TransferReadModel(), new KeyRingReadModel(), new WebhookReadModel(),
        new CustomerReadModel(), new TenantReadModel(),
    ];

    /// <summary>The demands of every kind of owner.</summary>
    public static readonly IReadOnlyList<IOwnedDemands> Demands =
        [.. All.Select(aggregate => aggregate.Demands).OfType<IOwnedDemands>()];

    /// <summary>Every read table: those that belong to no aggregate alone, then each aggregate's own.</summary>
    public static readonly IReadOnlyList<ReadTable> Tables =
    [
        new("checkpoint", "position, events"),
        new("due_work", "tenant, kind, id, work, since, version"),
        new("order_mentions", "tenant, number, events"),
        new("exceptions", """
            tenant, id, kind, entity, since, resolved_at, ended_on, units, reason, number, lines, skus, warehouses,
            promise, expected, refused
            """),
        .. All.SelectMany(aggregate => aggregate.Tables),
    ];
}
