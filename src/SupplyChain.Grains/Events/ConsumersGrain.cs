using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>
/// The positions of a tenant's consumers. They have no history worth keeping, so they are in Orleans' grain storage and
/// not in the journal; each is durable before it is answered. How far a consumer lags is counted when it is asked.
/// </summary>
[GrainType("consumers")]
public sealed class ConsumersGrain(
    [FromKeyedServices("Default")] IGrainStorage storage, EventFeed feed, IJournal journal, TimeProvider time,
    ILogger<ConsumersGrain> log) : Grain, IConsumersGrain
{
    private static readonly TimeSpan CountTimeout = TimeSpan.FromSeconds(1);

    private StoredState<StoredConsumers> Stored => field ??= new(storage, "consumers", this.GetGrainId(), log);

    private TenantId Tenant => this.GetPrimaryKeyString().Split('/')[0];

    /// <inheritdoc/>
    public async Task<Items<Consumer>> List()
    {
        var (all, until) = ((await Stored.ReadAsync()).All, time.GetUtcNow() + CountTimeout);
        var shown = new List<Consumer>();
        foreach (var one in all)
        {
            shown.Add(await ShowAsync(one, until));
        }
        return shown.ToItems();
    }

    /// <inheritdoc/>
    public async Task<Consumer?> Find(ConsumerName name) =>
        (await Stored.ReadAsync()).Find(name) is { } found ? await ShowAsync(found) : null;

    /// <inheritdoc/>
    public async Task<ConsumerReply> Put(PutConsumer command)
    {
        var consumers = await Stored.ReadAsync();
        var known = consumers.Find(command.Name);
        var isFull = known is null && consumers.All.Count >= StoredConsumers.Most;
        if (await FaultsAsync(command, isFull) is { Count: > 0 } faults)
        {
            return Replies.Invalid<ConsumerReply, Consumer>(faults);
        }
        if (Stale(known) is { } stale)
        {
            return stale;
        }
        if (known?.Position == command.Position)
        {
            return new() { Status = ReplyStatus.Replayed, Value = await ShowAsync(known) };
        }
        var kept = new StoredConsumer(
            command.Name, command.Position, time.GetUtcNow(), consumers.LastVersion + 1);
        await Stored.WriteAsync(consumers.With(kept));
        return new()
        {
            Status = known is null ? ReplyStatus.Created : ReplyStatus.Done,
            Value = await ShowAsync(kept),
        };
    }

    /// <inheritdoc/>
    public async Task<ConsumerReply> Delete(ConsumerName name)
    {
        var consumers = await Stored.ReadAsync();
        if (consumers.Find(name) is not { } known)
        {
            return new() { Status = ReplyStatus.NotFound, Message = "The consumer does not exist." };
        }
        if (Stale(known) is { } stale)
        {
            return stale;
        }
        await Stored.WriteAsync(consumers.Without(name));
        return new() { Status = ReplyStatus.Done, Value = await ShowAsync(known) };
    }

    private static ConsumerReply? Stale(StoredConsumer? known) =>
        Replies.VersionMismatch(known?.Version ?? 0) is { } stale
            ? new() { Status = ReplyStatus.Refused, Refusal = stale.Reason, Message = stale.Message }
            : null;

    private async Task<Items<Fault>> FaultsAsync(PutConsumer command, bool isFull)
    {
        if (command.Validate() is { Count: > 0 } faults)
        {
            return faults;
        }
        if (isFull)
        {
            return [new("", FaultCodes.OutOfRange, "There are 100 consumers already; delete one first.")];
        }
        return !Position.TryParse(command.Position, out var position)
            ? [new("/position", FaultCodes.Invalid, "'position' is no place in the feed.")]
            : position > await Queries.Run(() => journal.TailPositionAsync())
                ? [new("/position", FaultCodes.Invalid, "'position' lies behind the newest event.")]
                : [];
    }

    private Task<Consumer> ShowAsync(StoredConsumer stored) => ShowAsync(stored, time.GetUtcNow() + CountTimeout);

    private async Task<Consumer> ShowAsync(StoredConsumer stored, DateTimeOffset until)
    {
        var position = Position.TryParse(stored.Position, out var kept) ? kept : Position.Start;
        var (events, ms) = await Queries.Run(() => feed.LagAsync(Tenant, position, until));
        return new(stored.Name, stored.Position, events, ms, stored.UpdatedAt, stored.Version);
    }
}
