#:package SupplyChain.Client@0.2.0
#:property PublishAot=false
using SupplyChain;

await using var chain = await SupplyChainClient.ConnectAsync(new()
{
    Gateways = [args.FirstOrDefault() ?? "127.0.0.1:30000"], // as `supplychain up` prints it
    Key = Environment.GetEnvironmentVariable("SUPPLYCHAIN_KEY"), // not needed in Development
});
(await chain.Warehouses.PutAsync("HAM", new("Hamburg", 53.55, 9.99, "DE"))).EnsureAccepted();
(await chain.Inventory.PutProductAsync("PUMP-1", new("Pump"))).EnsureAccepted();
(await chain.Inventory.RecordReceiptAsync("R-1", new("HAM", [new("PUMP-1", 100)]))).EnsureAccepted();

var reply = await chain.Orders.PlaceAsync("ERP-4711", new("ACME", new("FR", 48.86, 2.35), [new(1, "PUMP-1", 5)]));
var order = reply.EnsureAccepted();
Console.WriteLine($"{reply.Status}: {order.Number} is {order.Status}, from {order.Allocations[0].Warehouse}");
