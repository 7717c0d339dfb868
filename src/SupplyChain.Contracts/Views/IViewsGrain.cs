using SupplyChain.Access;

namespace SupplyChain.Views;

/// <summary>The saved views of one list: <c>tenant/orders</c>.</summary>
[GrainInterfaceType("views"), Alias("views"), Needs(Permission.Read), Scoped(Scope.Everything)]
public interface IViewsGrain : IGrainWithStringKey
{
    /// <summary>Those a planner sees, by name.</summary>
    [Alias("list")] Task<Items<SavedView>> List(ListViews query);

    /// <summary>One; null when there is none.</summary>
    [Alias("find")] Task<SavedView?> Find(ViewName name);

    /// <summary>Saves one.</summary>
    [Alias("put"), Needs(Permission.Plan)] Task<ViewReply> Put(PutView command);

    /// <summary>Deletes one.</summary>
    [Alias("delete"), Needs(Permission.Plan)] Task<ViewReply> Delete(ViewName name);
}
