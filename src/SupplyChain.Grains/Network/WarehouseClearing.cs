using System.Collections.Concurrent;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Orders;

namespace SupplyChain.Network;

/// <summary>
/// Moves everything that can move out of a closed warehouse, owner by owner of demands, by priority, then age. Owners
/// that share no product do not wait for each other; those that share one do, so that what is left goes to the one that
/// is served first.
/// </summary>
public sealed class WarehouseClearing(
    IGrainFactory grains, IClosingQueries closings, IProjection projection, IJournal journal, TimeProvider time)
{
    private const int MaxConcurrentOwners = 32;
    private static readonly TimeSpan LeaveTimeout = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(TenantId, WarehouseId), bool> _clearing = new();

    /// <summary>
    /// Clears one warehouse. The read models show first every reservation made before the closing; later ones are found
    /// by the next look. Returns at once while it is being cleared already.
    /// </summary>
    public async Task ClearAsync(TenantId tenant, WarehouseId id, CancellationToken cancellationToken)
    {
        if (!_clearing.TryAdd((tenant, id), true))
        {
            return;
        }
        try
        {
            CallContext.Deadline = null; // It takes as long as it takes; each step has a deadline of its own.
            var key = GrainKey.Of(tenant, id);
            if (await grains.GetGrain<IWarehouseGrain>(key).Get() is not { Status: WarehouseStatus.Closed } details)
            {
                return;
            }
            await projection.WaitForAsync(await journal.TailPositionAsync(cancellationToken), cancellationToken);
            var progress = new ClosingProgress(grains.GetGrain<IWarehouseActor>(key), details);
            var owners = await closings.OwnersToMoveAsync(tenant, id, cancellationToken);
            var finished = false;
            try
            {
                await MoveAsync(
                    owners, owner => LeaveAsync(tenant, owner, new(id, details.ClosingVersion), progress),
                    cancellationToken);
                finished = true;
            }
            finally
            {
                await progress.TellAllAsync(finished);
            }
        }
        finally
        {
            _clearing.TryRemove((tenant, id), out _);
        }
    }

    private async Task LeaveAsync(TenantId tenant, DemandOwner owner, LeaveWarehouse command, ClosingProgress progress)
    {
        CallContext.Deadline = time.GetUtcNow() + LeaveTimeout;
        progress.Add(await grains.OwnerOf(tenant, owner).LeaveWarehouse(command));
    }

    /// <summary>An owner that could not be moved holds back those after it that want the same products.</summary>
    private static async Task MoveAsync(
        IReadOnlyList<OwnerToMove> owners, Func<DemandOwner, Task> leave, CancellationToken cancellationToken)
    {
        var last = new Dictionary<Sku, Task>();
        var moves = new List<Task>(owners.Count);
        var slots = new SemaphoreSlim(MaxConcurrentOwners);
        foreach (var owner in owners)
        {
            await slots.WaitAsync(cancellationToken);
            var before = owner.Skus.Where(last.ContainsKey).Select(sku => last[sku]).ToList();
            var move = Move(owner.Owner, before);
            moves.Add(move);
            foreach (var sku in owner.Skus)
            {
                last[sku] = move;
            }
        }
        await Task.WhenAll(moves);

        async Task Move(DemandOwner owner, List<Task> before)
        {
            try
            {
                await Task.WhenAll(before);
                await leave(owner);
            }
            finally
            {
                slots.Release();
            }
        }
    }
}
