using SupplyChain.Access;

namespace SupplyChain.Views;

/// <summary>
/// What planners want to look at again, on each list. A view is shared, or its owner's alone; there are no keys yet
/// that say who a planner is, so the owner is a name as colleagues know it and hides nothing.
/// </summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class ViewsClient
{
    private readonly Calls _calls;

    internal ViewsClient(Calls calls) => _calls = calls;

    /// <summary>The shared views of a list, and the owner's own when one is named; by name.</summary>
    public Task<Items<SavedView>> ListAsync(
        PlannerList list, string? owner = null, CancellationToken cancellationToken = default) =>
        _calls.Ask("views", () => Actor(list).List(new(owner)), cancellationToken);

    /// <summary>All views of a list, of every owner.</summary>
    public Task<Items<SavedView>> ListAllAsync(PlannerList list, CancellationToken cancellationToken = default) =>
        _calls.Ask("views", () => Actor(list).List(new(All: true)), cancellationToken);

    /// <summary>One view as the owner sees it; null when there is none of that name.</summary>
    public Task<SavedView?> FindAsync(
        PlannerList list, ViewName name, CancellationToken cancellationToken = default) =>
        name.Validate().Count > 0
            ? Task.FromResult<SavedView?>(null)
            : _calls.Ask("views.find", () => Actor(list).Find(name), cancellationToken);

    /// <summary>Saves a view, or replaces the one of that name that its owner sees. Safe to repeat.</summary>
    public Task<ViewReply> PutAsync(
        PlannerList list, PutView view, CancellationToken cancellationToken = default) =>
        SendAsync("views.put", view.Validate(), () => Actor(list).Put(view), cancellationToken);

    /// <summary>Deletes a view as the owner sees it; a second time there is none.</summary>
    public Task<ViewReply> DeleteAsync(
        PlannerList list, ViewName name, CancellationToken cancellationToken = default) =>
        SendAsync("views.delete", name.Validate(), () => Actor(list).Delete(name), cancellationToken);

    private Task<ViewReply> SendAsync(
        string call, Items<Fault> faults, Func<Task<ViewReply>> send, CancellationToken cancellationToken) =>
        faults.Count > 0
            ? Task.FromResult(new ViewReply { Status = ReplyStatus.Invalid, Faults = faults })
            : _calls.Call(call, null, send, _calls.Options.Deadline, cancellationToken);

    private IViewsGrain Actor(PlannerList list) => _calls.Actor<IViewsGrain>(list.ToString().ToLowerInvariant());
}
