using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace SupplyChain.Views;

/// <summary>
/// The saved views of one list. They have no history worth keeping, so they are in Orleans' grain storage and not in
/// the journal.
/// </summary>
[GrainType("views")]
public sealed class ViewsGrain(
    [FromKeyedServices("Default")] IGrainStorage storage, ILogger<ViewsGrain> log) : Grain, IViewsGrain
{
    private StoredState<StoredViews> Stored => field ??= new(storage, "views", this.GetGrainId(), log);

    /// <inheritdoc/>
    public async Task<Items<SavedView>> List(ListViews query)
    {
        var views = await Stored.ReadAsync();
        return query.All ? views.All : views.Seen(query.Owner);
    }

    /// <inheritdoc/>
    public async Task<SavedView?> Find(ViewName name) => (await Stored.ReadAsync()).Find(name);

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
        var views = await Stored.ReadAsync();
        if (Replies.VersionMismatch(views.Find(name)?.Version ?? 0) is { } stale)
            return new() { Status = ReplyStatus.Refused, Refusal = stale.Reason, Message = stale.Message };
        var (changed, reply) = change(views);
        if (!ReferenceEquals(changed, views))
            await Stored.WriteAsync(changed);
        return reply;
    }
}
