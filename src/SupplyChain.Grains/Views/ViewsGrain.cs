using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace SupplyChain.Views;

/// <summary>
/// The saved views of one list. They have no history worth keeping, so they are in Orleans' grain storage and not in
/// the journal; one change at a time, durable before it is answered. They are read by the first call and not by the
/// activation, whose failure would be the storage's own.
/// </summary>
[GrainType("views")]
public sealed partial class ViewsGrain(
    [FromKeyedServices("Default")] IGrainStorage storage, ILogger<ViewsGrain> log) : Grain, IViewsGrain
{
    private const string Name = "views";

    private GrainState<StoredViews>? _stored;

    /// <inheritdoc/>
    public async Task<Items<SavedView>> List(ListViews query) => (await ReadAsync()).State!.Seen(query.Owner);

    /// <inheritdoc/>
    public async Task<SavedView?> Find(ViewName name) => (await ReadAsync()).State!.Find(name);

    /// <inheritdoc/>
    public Task<ViewReply> Put(PutView command)
    {
        var faults = command.Validate();
        return faults.Count > 0
            ? Task.FromResult(Replies.Invalid<ViewReply, SavedView>(faults))
            : ChangeAsync(new(command.Name, command.Owner), views => views.Put(command));
    }

    /// <inheritdoc/>
    public Task<ViewReply> Delete(ViewName name) => ChangeAsync(name, views => views.Delete(name));

    private async Task<ViewReply> ChangeAsync(ViewName name, Func<StoredViews, (StoredViews, ViewReply)> change)
    {
        var stored = await ReadAsync();
        var views = stored.State!;
        if (Replies.VersionMismatch(views.Find(name)?.Version ?? 0) is { } stale)
            return new() { Status = ReplyStatus.Refused, Refusal = stale.Reason, Message = stale.Message };
        var (changed, reply) = change(views);
        if (ReferenceEquals(changed, views))
            return reply;
        // Until it is stored for certain the stored state is unknown, and the next call reads it.
        _stored = null;
        stored.State = changed;
        await TryAsync(() => storage.WriteStateAsync(Name, this.GetGrainId(), stored));
        _stored = stored;
        return reply;
    }

    private async Task<GrainState<StoredViews>> ReadAsync()
    {
        if (_stored is not null)
            return _stored;
        var stored = new GrainState<StoredViews>(new StoredViews());
        await TryAsync(() => storage.ReadStateAsync(Name, this.GetGrainId(), stored));
        stored.State ??= new();
        return _stored = stored;
    }

    /// <exception cref="UnavailableException">The storage did not answer, or another activation wrote.</exception>
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        // What providers of databases throw is an external exception, whichever it is.
        catch (Exception failure) when (failure
            is ExternalException or InconsistentStateException or TimeoutException or OrleansException or IOException)
        {
            Failed(log, failure, this.GetPrimaryKeyString());
            throw new UnavailableException("The saved views could not be read or written.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The views {Key} could not be read or written")]
    private static partial void Failed(ILogger log, Exception failure, string key);
}
