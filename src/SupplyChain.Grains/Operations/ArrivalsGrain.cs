using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Storage;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Transfers;

namespace SupplyChain.Operations;

/// <summary>
/// What arrived under an id. What was accepted is in the journal; of the other attempts the newest are in Orleans'
/// grain storage, written a second after they came: in a crash those of the last second are lost.
/// </summary>
[GrainType("arrivals"), Reentrant]
public sealed class ArrivalsGrain(
    [FromKeyedServices("Default")] IGrainStorage storage, IJournal journal, TimeProvider time,
    ILogger<ArrivalsGrain> log)
    : Grain, IArrivalsGrain
{
    private const int MaxKept = 20;
    private static readonly TimeSpan StoreDelay = TimeSpan.FromSeconds(1);
    private static readonly string[] Kinds = [Order.Kind, Receipt.Kind, Adjustment.Kind, Transfer.Kind];

    private Items<ArrivalAttempt>? _attempts;
    private bool _isChanged;
    private Task _storing = Task.CompletedTask;

    private StoredState<StoredArrivals> Stored => field ??= new(storage, "arrivals", this.GetGrainId(), log);

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _storing;

    /// <inheritdoc/>
    public async Task<Items<ArrivalAttempt>> Find()
    {
        var (tenant, id) = GrainKey.Split(this.GetPrimaryKeyString());
        var first = await Queries.Run(() => Task.WhenAll(Kinds.Select(kind =>
            journal.ReadStreamAsync(new(tenant, kind, id), 1, 1))));
        return first.SelectMany(rows => rows)
            .Select(row => new ArrivalAttempt(
                row.Stream.Kind, row.RecordedAt, row.Actor, ReplyStatus.Created, null, null, row.Correlation))
            .Concat(await AttemptsAsync())
            .OrderByDescending(attempt => attempt.At)
            .ToItems();
    }

    /// <inheritdoc/>
    public async Task Note(ArrivalAttempt attempt)
    {
        // Who it was is what the call shows, and not what it says.
        var noted = attempt with { By = CallContext.Actor };
        _attempts = (await AttemptsAsync()).Append(noted).TakeLast(MaxKept).ToItems();
        _isChanged = true;
        if (_storing.IsCompleted)
            _storing = StoreAsync();
    }

    private async Task<Items<ArrivalAttempt>> AttemptsAsync()
    {
        var stored = await Stored.ReadAsync();
        return _attempts ??= stored.All;
    }

    private async Task StoreAsync()
    {
        while (_isChanged)
        {
            await Task.Delay(StoreDelay, time);
            _isChanged = false;
            try
            {
                await Stored.WriteAsync(new() { All = _attempts ?? [] });
            }
            catch (UnavailableException)
            {
                // It is in the log; the next attempt stores them all.
            }
        }
    }
}

/// <summary>The newest attempts, as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("stored-arrivals")]
internal sealed record StoredArrivals
{
    /// <summary>The oldest first.</summary>
    [Id(0)] public Items<ArrivalAttempt> All { get; init; }
}
