using SupplyChain.Inventory;
using SupplyChain.Transfers;

namespace SupplyChain.Shipments;

/// <summary>Who a shipment belongs to, an order or a transfer, in a planner's words.</summary>
internal static class ShipmentOwner
{
    /// <summary>The transfer; null when the owner is none.</summary>
    public static TransferId? Transfer(this DemandOwner owner) => owner.Kind == TransferException.Kind
        ? new TransferId(owner.Id)
        : default(TransferId?);

    /// <summary>What it is, as the head of a column says it.</summary>
    public static string Title(this DemandOwner owner) => owner.Transfer() is null ? "Order" : "Transfer";

    /// <summary>What it is and its number.</summary>
    public static string Words(this DemandOwner owner) => $"{owner.Title().ToLowerInvariant()} {owner.Id}";

    /// <summary>The address of its page.</summary>
    public static string Path(this DemandOwner owner) => owner.Transfer() is { } transfer
        ? TransferException.Path(transfer)
        : $"/orders/{owner.Id}";

    /// <summary>The entity its events are about.</summary>
    public static string Subject(this DemandOwner owner) => $"{owner.Kind}/{owner.Id}";
}
