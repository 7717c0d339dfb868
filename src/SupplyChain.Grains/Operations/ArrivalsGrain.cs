using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Runtime;
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
public sealed partial class ArrivalsGrain(
    [FromKeyedServices("Default")] IGrainStorage storage, IJournal journal, TimeProvider time,
    ILogger<ArrivalsGrain> log)
    : Grain, IArrivalsGrain
{
    private const string Name = "arrivals";
    private const int MaxKept = 20;
    private static readonly TimeSpan StoreDelay = TimeSpan.FromSeconds(1);
    private static readonly string[] Kinds = [Order.Kind, Receipt.Kind, Adjustment.Kind, Transfer.Kind];

    private readonly GrainState<StoredArrivals> _stored = new(new());
    private Task _storing = Task.CompletedTask;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        storage.ReadStateAsync(Name, this.GetGrainId(), _stored);

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
            .Concat((_stored.State ?? new()).All)
            .OrderByDescending(attempt => attempt.At)
            .ToItems();
    }

    /// <inheritdoc/>
    public Task Note(ArrivalAttempt attempt)
    {
        // Who it was is what the call shows, and not what it says.
        var noted = attempt with { By = CallContext.Actor };
        _stored.State = new() { All = (_stored.State ?? new()).All.Append(noted).TakeLast(MaxKept).ToItems() };
        if (_storing.IsCompleted)
            _storing = StoreAsync();
        return Task.CompletedTask;
    }

    private async Task StoreAsync()
    {
        await Task.Delay(StoreDelay, time);
        try
        {
            await storage.WriteStateAsync(Name, this.GetGrainId(), _stored);
        }
        // What providers of databases throw is an external exception, whichever it is.
        catch (Exception failure) when (failure
            is ExternalException or InconsistentStateException or TimeoutException or OrleansException or IOException)
        {
            Failed(log, this.GetPrimaryKeyString(), failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What arrived under {Key} could not be kept: {Reason}")]
    private static partial void Failed(ILogger log, string key, string reason);
}

/// <summary>The newest attempts, as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("stored-arrivals")]
internal sealed record StoredArrivals
{
    /// <summary>The oldest first.</summary>
    [Id(0)] public Items<ArrivalAttempt> All { get; init; }
}
