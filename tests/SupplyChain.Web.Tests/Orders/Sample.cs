using System.Collections.Immutable;

namespace SupplyChain.Orders;

/// <summary>An order as bodies and actors show it.</summary>
public static class Sample
{
    public const string Body = """
        {
          "customer": "ACME",
          "shipTo": { "country": "FR", "latitude": 48.85, "longitude": 2.35, "name": "Anna" },
          "priority": 2,
          "requestedBy": "2026-03-01",
          "occurredAt": "2026-02-01T08:00:00+01:00",
          "lines": [
            { "line": 1, "sku": "PUMP-1", "quantity": 5, "value": { "amount": 10.50, "currency": "EUR" } },
            { "line": 2, "sku": "PUMP-2", "quantity": 1, "warehouse": "HAM" }
          ],
          "policy": { "allowSplit": false }
        }
        """;

    public static PlaceOrder Command { get; } = new(
        "ACME",
        new ShipTo("FR", 48.85, 2.35, Name: "Anna"),
        [
            new PlaceOrderLine(1, "PUMP-1", 5, Value: new Money(10.50m, "EUR")),
            new PlaceOrderLine(2, "PUMP-2", 1, Warehouse: "HAM"),
        ],
        2,
        new DateOnly(2026, 3, 1),
        new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(1)),
        new OrderPolicy(AllowSplit: false));

    public static OrderDetails Details(OrderId number, long version) => new(
        number,
        OrderStatus.PartiallyAllocated,
        version,
        "ACME",
        2,
        new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(1)),
        new DateOnly(2026, 3, 1),
        new ShipTo("FR"),
        new OrderPolicy(),
        [new OrderLineDetails(1, "PUMP-1", 5, 3, 2, 0, 0, 0, null, null, null, null)],
        [
            new AllocationDetails(1, "PUMP-1", "HAM", 3, AllocationStatus.Reserved, null, new Why(
                SourcingRule.MostUnits,
                [new RejectedCandidate("ROM", RejectionReason.NoStock)],
                ImmutableSortedDictionary<RejectionReason, int>.Empty.Add(RejectionReason.UnknownLocation, 4))),
        ],
        [],
        null,
        null);
}
