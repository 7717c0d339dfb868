using System.Globalization;
using SupplyChain;
using SupplyChain.Orders;
using SupplyChain.Shipments;

// The node's gateway, as `supplychain up` prints it, and a part of the documents' numbers: the same again replays them.
var gateway = args.Length > 0 ? args[0] : "127.0.0.1:30000";
var run = args.Length > 1 ? args[1] : $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
var number = $"SDK-{run}";
var shipment = $"{number}-1";
try
{
    await using var chain = await SupplyChainClient.ConnectAsync(new() { Gateways = [gateway], Actor = "sample" });

    // Who prefers exceptions to refusals says EnsureAccepted.
    (await chain.Warehouses.PutAsync("sample-hamburg", new("Hamburg, sample", 53.55, 9.99, "DE"))).EnsureAccepted();
    (await chain.Inventory.PutProductAsync("SDK-LAMP", new("Desk lamp, sample"))).EnsureAccepted();
    (await chain.Inventory.RecordReceiptAsync(number, new("sample-hamburg", [new("SDK-LAMP", 10)]))).EnsureAccepted();

    var wanted = new PlaceOrder("sample-customer", new("FR", 48.86, 2.35), [new(1, "SDK-LAMP", 4)]);
    var placed = (await chain.Orders.PlaceAsync(number, wanted)).EnsureAccepted();
    foreach (var part in placed.Allocations)
        Say($"{part.Quantity} of {part.Sku} from {part.Warehouse}: {part.Why.Rule}");

    // An answer that was lost is no trouble: the same order under the same number is the same order.
    var again = await chain.Orders.PlaceAsync(number, wanted);
    Say($"Placed again: {again.Status}");

    // Another order under its number is refused, which is a value and no exception.
    var other = await chain.Orders.PlaceAsync(number, wanted with { Customer = "another-customer" });
    Say($"Another order under its number: {other.Status}, {other.Refusal}");

    // It becomes a shipment under a number of ours, leaves, and arrives.
    var release = new ReleaseOrder(Shipments: [new(shipment, [1], Mode: "Truck", Carrier: "Sample Freight")]);
    (await chain.Orders.ReleaseAsync(number, release)).EnsureAccepted();
    (await chain.Shipments.RecordAsync(shipment, new("1", MilestoneKind.Dispatched))).EnsureAccepted();
    (await chain.Shipments.RecordAsync(shipment, new("2", MilestoneKind.Delivered))).EnsureAccepted();

    await foreach (var entry in chain.Orders.HistoryAsync(number))
        Say($"{entry.Version}. {entry.Type}");
    Say($"Order {number} is {(await chain.Orders.GetAsync(number))?.Status}.");
    return 0;
}
catch (Exception trouble) when (trouble is UnavailableException or BusyException or CommandRefusedException)
{
    Console.Error.WriteLine(trouble.Message);
    return 1;
}

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
