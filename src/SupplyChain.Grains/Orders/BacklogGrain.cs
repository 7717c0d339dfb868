using Orleans.Concurrency;
using SupplyChain.Inventory;
using SupplyChain.Operations;

namespace SupplyChain.Orders;

/// <summary>
/// The address of a product's queue for nodes of release 0.1: its supply answers.
/// </summary>
[GrainType("backlog"), PlacedAtHome, Reentrant]
public sealed class BacklogGrain : Grain, IBacklogActor
{
    private ISupplyActor _supply = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _supply = GrainFactory.GetGrain<ISupplyActor>(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<BacklogReply> Queue(QueueLines command) => _supply.Queue(command);

    /// <inheritdoc/>
    public Task Replenish() => _supply.Replenish();

    /// <inheritdoc/>
    public Task<BacklogReply> Restock() => _supply.Restock();

    /// <inheritdoc/>
    public Task<BacklogReply> Claim(ClaimLine command) => _supply.Claim(command);

    /// <inheritdoc/>
    public Task Settle(SettleGrants command) => _supply.Settle(command);

    /// <inheritdoc/>
    public Task<BacklogHandover> Handover() => _supply.Handover();

    /// <inheritdoc/>
    public Task<BacklogReply> GrantsOf(DemandOwner owner) => _supply.GrantsOf(owner);

    /// <inheritdoc/>
    public Task ConfirmHandover(ConfirmHandover command) => _supply.ConfirmHandover(command);

    /// <inheritdoc/>
    public Task<BacklogDetails> Get() => _supply.Head(new(int.MaxValue));

    /// <inheritdoc/>
    public Task<BacklogDetails> Head(QueueHead query) => _supply.Head(query);

    /// <inheritdoc/>
    public Task Resume() => _supply.Resume();
}
