using SupplyChain.Inventory;
using SupplyChain.Operations;

namespace SupplyChain.Orders;

/// <summary>Backlogs: owners of demands hear what their products' queues granted them.</summary>
internal sealed class BacklogAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Backlog.Kind;

    /// <inheritdoc/>
    public Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        SupplyOf(tenant, id).Resume();

    /// <inheritdoc/>
    public async Task HandOverAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        var supply = SupplyOf(tenant, id);
        var news = await supply.Handover();
        await Handover.TellEachAsync(news.Grants.Select(grant => grant.Owner).Distinct(), owner =>
            grains.OwnerOf(tenant, owner).AcceptGrants(new(id)));
        foreach (var owner in news.Completable)
        {
            await grains.OwnerOf(tenant, owner).RetryComplete(); // In the order of the queue.
        }
        if (news.Completable.Count > 0)
        {
            await supply.ConfirmHandover(new(news.Completable));
        }
    }

    private ISupplyActor SupplyOf(TenantId tenant, Sku sku) =>
        grains.GetGrain<ISupplyActor>(GrainKey.Of(tenant, sku));
}
