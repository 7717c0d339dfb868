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
        BacklogOf(tenant, id).Resume();

    /// <inheritdoc/>
    public async Task HandOverAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        var backlog = BacklogOf(tenant, id);
        var news = await backlog.Handover();
        await Handover.TellEachAsync(news.Grants.Select(grant => grant.Owner).Distinct(), owner =>
            grains.OwnerOf(tenant, owner).AcceptGrants(new(id)));
        foreach (var owner in news.Completable)
        {
            await grains.OwnerOf(tenant, owner).RetryComplete(); // In the order of the queue.
        }
        if (news.Completable.Count > 0)
        {
            await backlog.ConfirmHandover(new(news.Completable));
        }
    }

    private IBacklogActor BacklogOf(TenantId tenant, Sku sku) =>
        grains.GetGrain<IBacklogActor>(GrainKey.Of(tenant, sku));
}
