using Orleans.Concurrency;
using Orleans.Runtime;

namespace SupplyChain.Inventory;

/// <summary>One product.</summary>
[GrainType("product"), Reentrant]
public sealed class ProductGrain(ActorServices services)
    : JournaledActor<Product, ProductEvent>(services), IProductGrain
{
    /// <inheritdoc/>
    public async Task<ProductReply> Put(PutProduct command)
    {
        var faults = command.Validate();
        if (faults.Count > 0)
        {
            return Replies.Invalid<ProductReply, ProductDetails>(faults);
        }
        var reply = await Commit(
            product => Replies.VersionMismatch(product.Version) is { } stale
                ? stale
                : Product.Decide(product, command),
            (product, decision) => Replies.To<ProductReply, ProductDetails, ProductEvent>(
                decision, product.Details(Id), product.Version == 1 ? ReplyStatus.Created : ReplyStatus.Done));
        if (reply is { Accepted: true, Value: { Version: > 1 } defined })
        {
            await TellSupply(defined);
        }
        return reply;
    }

    /// <summary>Orders from now on are sourced by the new definition. What is lost here the supply asks for.</summary>
    private async Task TellSupply(ProductDetails defined)
    {
        try
        {
            await GrainFactory.GetGrain<ISupplyActor>(GrainKey.Of(Tenant, Id)).LearnProduct(defined);
        }
        catch (Exception trouble)
            when (trouble is TimeoutException or UnavailableException or BusyException or OrleansException)
        {
            Services.Log.Interrupted(Stream.ToString(), trouble.Message);
        }
    }

    /// <inheritdoc/>
    public Task<ProductDetails?> Get() => Read(product => product.Details(Id));
}
