#:package SupplyChain.Client@0.2.0
#:property PublishAot=false
using SupplyChain;
using SupplyChain.Orders;

// What a program does when it does not know whether a command was carried out.
var gateway = args.FirstOrDefault() ?? "127.0.0.1:30000";
var number = args.ElementAtOrDefault(1) ?? $"RETRY-{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";
await using var chain = await SupplyChainClient.ConnectAsync(new()
{
    Gateways = [gateway], Key = Environment.GetEnvironmentVariable("SUPPLYCHAIN_KEY"),
});
(await chain.Warehouses.PutAsync("RETRY-HAM", new("Hamburg", 53.55, 9.99, "DE"))).EnsureAccepted();
(await chain.Inventory.PutProductAsync("RETRY-LAMP", new("Lamp"))).EnsureAccepted();
(await chain.Inventory.RecordReceiptAsync(number, new("RETRY-HAM", [new("RETRY-LAMP", 10)]))).EnsureAccepted();

// 1. The number is yours and stands before the call. The SDK repeats what was not answered within its deadline (8 s);
// what it gives up, repeat under the same number for as long as you like.
var wanted = new PlaceOrder("ACME", new("FR", 48.86, 2.35), [new(1, "RETRY-LAMP", 4)]);
var placed = await UntilAnsweredAsync(() => chain.Orders.PlaceAsync(number, wanted));
Console.WriteLine($"Placed: {placed.Status}");

// 2. An answer that was lost is no trouble: the same again is answered with the order as it is, and changes nothing.
var again = await UntilAnsweredAsync(() => chain.Orders.PlaceAsync(number, wanted));
Console.WriteLine($"The same again: {again.Status}");

// 3. Another order under its number is a mistake of the caller. It is a value, no exception; it is never repeated.
var other = await chain.Orders.PlaceAsync(number, wanted with { Customer = "GLOBEX" });
Console.WriteLine($"Another under its number: {other.Status}, {other.Refusal}");

// 4. Values of an amendment are absolute, so it may be repeated as well. Where somebody else's change must not be
// overwritten, say which version it is meant for; when it is refused, read again and decide anew.
var seen = placed.EnsureAccepted();
await chain.Orders.AmendAsync(number, new(Priority: 1));
var late = await AmendAsync(seen.Version, new(RequestedBy: new DateOnly(2030, 1, 1)));
Console.WriteLine($"For a version that has passed: {late.Refusal}");
var now = await chain.Orders.GetAsync(number) ?? throw new InvalidOperationException("It is there.");
var amended = await AmendAsync(now.Version, new(RequestedBy: new DateOnly(2030, 1, 1)));
Console.WriteLine($"For the version that was read: {amended.Status}");

// 5. Whatever was repeated, it happened once.
var placings = 0;
await foreach (var entry in chain.Orders.HistoryAsync(number))
    placings += entry.Type == "order.placed" ? 1 : 0;
Console.WriteLine($"Placed {placings} time.");

Task<OrderReply> AmendAsync(long version, AmendOrder change) =>
    chain.With(new CallOptions { IfMatch = version }).Orders.AmendAsync(number, change);

static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> call)
{
    for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < TimeSpan.FromMinutes(1) ? pause * 2 : pause)
    {
        try
        {
            return await call();
        }
        catch (Exception passing) when (passing is UnavailableException or BusyException)
        {
            Console.Error.WriteLine($"{passing.Message} Again in {pause:c}.");
            await Task.Delay(pause);
        }
    }
}
