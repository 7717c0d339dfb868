using SupplyChain.Inventory;
using SupplyChain.Shipments;

namespace SupplyChain.Operations.Verification;

/// <summary>What the owner of demands says of them, from its events alone.</summary>
/// <param name="HasLine">Whether it has a line of a number.</param>
/// <param name="Reservations">Every reservation that it knows.</param>
internal sealed record OwnerFacts(Func<int, bool> HasLine, IEnumerable<ReservedUnits> Reservations);

/// <summary>Units that the owner of a demand says are reserved for it.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="StockItem">The stock item that holds it.</param>
/// <param name="Units">How many; 0 while they are not held yet, and once they have left.</param>
/// <param name="Shipment">The shipment they go with, if any.</param>
internal sealed record ReservedUnits(ReservationKey Key, StockItemId StockItem, long Units, ShipmentId? Shipment);
