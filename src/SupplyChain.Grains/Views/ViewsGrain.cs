using System.Data.Common;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Storage;

namespace SupplyChain.Views;

/// <summary>
/// The saved views of one list. They have no history worth keeping, so they are in Orleans' grain storage and not in the
/// journal; one change at a time, durable before it is answered.
/// </summary>
[GrainType("views")]
public sealed partial class ViewsGrain(
    [PersistentState("views")] IPersistentState<StoredViews> stored, ILogger<ViewsGrain> log) : Grain, IViewsGrain
{
    private StoredViews Views => stored.State;

    /// <inheritdoc/>
    public Task<Items<SavedView>> List(ListViews query) => Task.FromResult(Views.Seen(query.Owner));

    /// <inheritdoc/>
    public Task<SavedView?> Find(ViewName name) => Task.FromResult(Views.Find(name));

    /// <inheritdoc/>
    public Task<ViewReply> Put(PutView command)
    {
        var faults = command.Validate();
        return faults.Count > 0
            ? Task.FromResult(Answer.Invalid<ViewReply, SavedView>(faults))
            : ChangeAsync(new(command.Name, command.Owner), views => views.Put(command));
    }

    /// <inheritdoc/>
    public Task<ViewReply> Delete(ViewName name) => ChangeAsync(name, views => views.Delete(name));

    private async Task<ViewReply> ChangeAsync(ViewName name, Func<StoredViews, (StoredViews, ViewReply)> change)
    {
        if (Answer.VersionMismatch(Views.Find(name)?.Version ?? 0) is { } stale)
            return new() { Status = ReplyStatus.Refused, Refusal = stale.Reason, Message = stale.Message };
        var (changed, reply) = change(Views);
        if (!ReferenceEquals(changed, Views))
            await SaveAsync(changed);
        return reply;
    }

    /// <exception cref="UnavailableException">Nobody knows whether it is stored; the next activation will.</exception>
    private async Task SaveAsync(StoredViews changed)
    {
        var before = Views;
        stored.State = changed;
        try
        {
            await stored.WriteStateAsync();
        }
        catch (Exception failure) when (failure
            is DbException or InconsistentStateException or TimeoutException or OrleansException or IOException)
        {
            stored.State = before;
            DeactivateOnIdle();
            NotSaved(log, failure, this.GetPrimaryKeyString());
            throw new UnavailableException("The views could not be saved; nobody knows whether they were.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The views {Key} could not be saved")]
    private static partial void NotSaved(ILogger log, Exception failure, string key);
}
