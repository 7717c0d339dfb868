using SupplyChain.Access;

namespace SupplyChain.Orders;

/// <summary>Customers, beside their orders.</summary>
internal static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder api) =>
        api.MapPost("/customers/{id}/erase", EraseAsync)
            .Operation(
                "Orders", "eraseCustomer",
                "Erases a customer's personal data: names and addresses of all its orders are absent within five "
                + "seconds, in the past as well; orders, ledgers and their hashes stay. It cannot be taken back; safe "
                + "to repeat")
            .Answers<CustomerAnswer>(200)
            .Refuses(Refusal.NeedsUpgrade)
            .Fails(400)
            .Needs(Permission.Govern);

    private static async Task<IResult> EraseAsync(HttpContext http, SupplyChainClient chain)
    {
        var reply = await chain.ForWriting(http).Customers.EraseAsync(http.Id("id"), http.RequestAborted);
        return Answers.Reply(reply, customer => Answers.Plain(CustomerAnswer.Of(customer, reply.Replayed)));
    }
}

/// <summary>A customer whose personal data was erased.</summary>
/// <param name="Id">The customer.</param>
/// <param name="ErasedAt">When it was erased last.</param>
/// <param name="Erasures">How often: what is ordered after an erasure is personal data again.</param>
/// <param name="Replayed">Whether there was nothing to erase since the one before.</param>
[SchemaName("ErasedCustomer")]
public sealed record CustomerAnswer(CustomerId Id, DateTimeOffset ErasedAt, long Erasures, bool Replayed)
{
    internal static CustomerAnswer Of(CustomerDetails customer, bool replayed) =>
        new(customer.Id, customer.ErasedAt, customer.Erasures, replayed);
}
