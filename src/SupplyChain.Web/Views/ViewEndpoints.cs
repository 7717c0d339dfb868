using SupplyChain.Access;

namespace SupplyChain.Views;

/// <summary>What planners want to look at again.</summary>
internal static class ViewEndpoints
{
    private const string Tag = "Views";

    private static readonly QueryParameter List = QueryParameter.OneOf<PlannerList>("list", "Which list; in any case.");

    private static readonly QueryParameter Name = QueryParameter.Text(
        "name", "What the view is called: 1 to 60 characters without a slash, escaped as addresses are.")
        .UpTo(ViewValidation.MaxName);

    private static readonly QueryParameter Owner = QueryParameter.Text(
        "owner",
        "Who asks, as colleagues know them: their own views are then among those that are seen, and come before a "
        + "shared one of the same name. Until there are keys it is what the caller says, so a private view is out of "
        + "the way and not a secret.").UpTo(Limits.MaxText);

    public static void MapViews(this IEndpointRouteBuilder api)
    {
        api.MapGet("/views/{list}", ListAsync)
            .Scoped(Scope.Everything)
            .Operation(Tag, "listViews", "The saved views of a list that a planner sees, by name; all at once")
            .InPath(List)
            .Queries(Owner)
            .Answers<PageAnswer<ViewAnswer>>(200)
            .Fails(400, 404, 422);
        api.MapGet("/views/{list}/{name}", GetAsync)
            .Scoped(Scope.Everything)
            .Operation(Tag, "getView", "A saved view")
            .InPath(List, Name)
            .Queries(Owner)
            .Answers<ViewAnswer>(200)
            .Fails(400, 404, 422);
        api.MapPut("/views/{list}/{name}", PutAsync)
            .Scoped(Scope.Everything)
            .Operation(
                Tag, "putView",
                "Saves a view, or replaces the one of that name its owner sees. At most 50 shared ones of a list, 50 "
                + "private ones of an owner, and 500 together")
            .InPath(List, Name)
            .Queries(Owner)
            .Takes<PutViewBody>()
            .Answers<ViewAnswer>(200, 201)
            .Refuses(Refusal.Conflict, Refusal.VersionMismatch)
            .Fails(404)
            .Needs(Permission.Plan);
        api.MapDelete("/views/{list}/{name}", DeleteAsync)
            .Scoped(Scope.Everything)
            .Operation(Tag, "deleteView", "Deletes a saved view")
            .InPath(List, Name)
            .Queries(Owner)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(Refusal.VersionMismatch)
            .Fails(400, 404, 422)
            .Needs(Permission.Plan);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        if (Listed(http) is not { } list)
            return NoList();
        var owner = Asker(http);
        var views = await chain.ForReading(http).Views.ListAsync(list, owner, http.RequestAborted);
        return Answers.Plain(new PageAnswer<ViewAnswer>(views.Each(ViewAnswer.Of), null));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        if (Listed(http) is not { } list)
            return NoList();
        var view = await chain.ForReading(http).Views.FindAsync(list, Named(http), http.RequestAborted);
        return Answers.Entity(view, ViewAnswer.Of, "view");
    }

    private static async Task<IResult> PutAsync(HttpContext http, SupplyChainClient chain)
    {
        if (Listed(http) is not { } list)
            return NoList();
        var name = Named(http);
        return await new Write<PutView, ViewReply>(
            body => PutViewBody.Read(body, name),
            (view, _) => view.Validate().Where(fault => fault.Pointer != "/owner").ToItems(),
            (client, view, cancellation) => client.Views.PutAsync(list, view, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, ViewAnswer.Of));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, SupplyChainClient chain)
    {
        if (Listed(http) is not { } list)
            return NoList();
        var reply = await chain.ForWriting(http).Views.DeleteAsync(list, Named(http), http.RequestAborted);
        return Answers.Reply(reply, _ => Results.NoContent());
    }

    private static PlannerList? Listed(HttpContext http) =>
        http.Request.RouteValues["list"] is string text && text.All(char.IsAsciiLetter)
            && Enum.TryParse<PlannerList>(text, ignoreCase: true, out var list)
            ? list
            : null;

    private static Problem NoList() => Problems.NotFound(
        $"Views are saved of {string.Join(", ", Enum.GetNames<PlannerList>()).ToLowerInvariant()}.");

    /// <exception cref="FaultyRequestException">There can be no such name.</exception>
    private static ViewName Named(HttpContext http)
    {
        var name = new ViewName(http.Request.RouteValues["name"] as string ?? "", Asker(http));
        var faults = name.Validate();
        return faults.Count == 0
            ? name
            : throw new FaultyRequestException(Problems.Invalid(faults.Select(fault =>
                ProblemError.InRequest(fault.Pointer.TrimStart('/'), fault.Code, fault.Message))));
    }

    /// <exception cref="FaultyRequestException">It is too long, or there are two.</exception>
    private static string? Asker(HttpContext http)
    {
        var query = new QueryReader(http);
        var owner = query.Search("owner");
        query.Check();
        return owner;
    }
}
