using Orleans.Concurrency;

namespace SupplyChain.Orders;

/// <summary>
/// Erases a customer's personal data. The key is destroyed first and the erasure recorded then: when a node dies
/// between the two the data cannot be read any more, and the caller, who got no answer, asks again.
/// </summary>
[GrainType("customer"), Reentrant]
public sealed class CustomerGrain(ActorServices services, OrderAddresses addresses)
    : JournaledActor<Customer, CustomerEvent>(services), ICustomerGrain
{
    /// <inheritdoc/>
    public async Task<CustomerReply> Erase()
    {
        var hadKey = await addresses.EraseAsync(Tenant, Id);
        return await Commit(
            customer => Customer.Erase(customer, hadKey),
            (customer, decision) => Replies.To<CustomerReply, CustomerDetails, CustomerEvent>(
                decision, customer.ErasedAt is { } at ? new(Id, at, customer.Erasures) : null));
    }
}
