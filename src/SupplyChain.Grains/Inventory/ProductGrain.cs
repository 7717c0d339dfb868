using Orleans.Concurrency;

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
        return faults.Count > 0
            ? Replies.Invalid<ProductReply, ProductDetails>(faults)
            : await Commit(
                product => Replies.VersionMismatch(product.Version) is { } stale
                    ? stale
                    : Product.Decide(product, command),
                (product, decision) => Replies.To<ProductReply, ProductDetails, ProductEvent>(
                    decision, product.Details(Id), product.Version == 1 ? ReplyStatus.Created : ReplyStatus.Done));
    }

    /// <inheritdoc/>
    public Task<ProductDetails?> Get() => Read(product => product.Details(Id));
}
