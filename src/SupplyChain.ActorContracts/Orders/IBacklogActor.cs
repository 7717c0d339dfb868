using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>
/// What actors of release 0.1 say to the queue of lines waiting for one product: <c>tenant/sku</c>. Those of this
/// release speak to <see cref="Inventory.ISupplyActor"/>.
/// </summary>
[GrainInterfaceType("backlog"), Alias("backlog")]
public interface IBacklogActor : IGrainWithStringKey
{
    /// <summary>
    /// Queues lines (or changes what waits), marks every stock item of the product as rationed, and reserves at once
    /// what no waiting line of equal or higher priority can use.
    /// </summary>
    [Alias("queue")] Task<BacklogReply> Queue(QueueLines command);

    /// <summary>Stock may have come free: serves the queue in order; the owners hear of it later.</summary>
    [Alias("replenish")] Task Replenish();

    /// <summary>
    /// New stock has come: serves the queue in order, and leaves it to the caller to tell the owners.
    /// </summary>
    [Alias("restock")] Task<BacklogReply> Restock();

    /// <summary>Reserves a whole line that is served together with others, or nothing.</summary>
    [Alias("claim")] Task<BacklogReply> Claim(ClaimLine command);

    /// <summary>Grants taken over or given back.</summary>
    [Alias("settle")] Task Settle(SettleGrants command);

    /// <summary>What owners have still to hear, apart from what is under way to them.</summary>
    [Alias("handover")] Task<BacklogHandover> Handover();

    /// <summary>The grants that an owner has not taken over.</summary>
    [Alias("grants-of")] Task<BacklogReply> GrantsOf(DemandOwner owner);

    /// <summary>The owners have heard that they could be completed.</summary>
    [Alias("told")] Task ConfirmHandover(ConfirmHandover command);

    /// <summary>The queue, in the order it is served.</summary>
    [Alias("get")] Task<BacklogDetails> Get();

    /// <summary>The lines that are served first.</summary>
    [Alias("head")] Task<BacklogDetails> Head(QueueHead query);

    /// <summary>Takes up whatever an interrupted turn left unfinished.</summary>
    [Alias("resume")] Task Resume();
}
