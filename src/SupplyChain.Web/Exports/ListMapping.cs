using SupplyChain.Access;

namespace SupplyChain.Exports;

/// <summary>Maps lists.</summary>
internal static class ListMapping
{
    /// <summary>Maps a list and its file, which take the same query.</summary>
    public static void MapList<TQuery, T, TAnswer>(
        this IEndpointRouteBuilder api, string path, ListOf<TQuery, T, TAnswer> list)
        where TQuery : class
        where T : IListed
    {
        // Of a method, the OpenAPI document would show its own summary.
        api.MapGet(path, (HttpContext http, SupplyChainClient chain) => list.ListAsync(http, chain))
            .Scoped(Scope.ByList)
            .Operation(list.Tag, $"list{list.Name}", list.Summary)
            .Queries([.. Filters<TQuery>.Parameters, .. QueryParameter.Sorted(T.SortFields)])
            .Answers<PageAnswer<TAnswer>>(200)
            .Fails(400, 422);
        api.MapGet($"{path}/export", (HttpContext http, SupplyChainClient chain) => list.ExportAsync(http, chain))
            .Scoped(Scope.ByList)
            .ExportOperation(list.Tag, $"export{list.Name}", list.Rows)
            .Queries([.. Filters<TQuery>.Parameters, QueryParameter.Sort(T.SortFields)])
            .Exports(list.Columns);
    }
}
