using Orleans.Concurrency;
using SupplyChain.Operations;

namespace SupplyChain.Inventory;

/// <summary>
/// The address of a product's stock: what clients ask there, and what nodes of release 0.1 say to it, its supply
/// answers.
/// </summary>
[GrainType("availability"), PlacedAtHome, Reentrant]
public sealed class AvailabilityGrain : Grain, IAvailabilityGrain, IAvailabilityActor
{
    private ISupplyActor _supply = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _supply = GrainFactory.GetGrain<ISupplyActor>(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<Items<StockLevel>> Levels()
    {
        var scope = CallContext.Scope;
        var levels = await _supply.Levels();
        return scope.IsLimited ? levels.Where(level => scope.Includes(level.Warehouse)).ToItems() : levels;
    }

    /// <inheritdoc/>
    public Task<AvailabilityReply> Candidates(FindCandidates query) => _supply.Candidates(query);

    /// <summary>The supply sees a foreign write at the stream itself.</summary>
    public Task Report(StockLevel level) => Task.CompletedTask;

    /// <inheritdoc cref="Report"/>
    public Task Learn(StockLevel level) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<Items<StockLevel>> Reported() => _supply.Levels();
}
