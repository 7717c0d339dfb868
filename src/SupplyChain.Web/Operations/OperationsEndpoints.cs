using System.Text.Json;
using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>Figures, checks and status.</summary>
internal static class OperationsEndpoints
{
    private const string Tag = "Operations";

    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/kpis", KpisAsync)
            .Operation(Tag, "getKpis", "Figures over the lines delivered in a period")
            .Queries(
                QueryParameter.Text("from", "Delivered on or after: a date or an instant."),
                QueryParameter.Text("to", "Delivered before: a date or an instant."),
                QueryParameter.OneOf<KpiGrouping>("groupBy", "Also per group.", names: JsonNamingPolicy.CamelCase))
            .Answers<KpiAnswer>(200)
            .Fails(400, 422);
        api.MapGet("/status", async (HttpContext http, SupplyChainClient chain) =>
                Answers.Plain(ClusterStatusAnswer.Of(
                    await chain.ForReading(http).Operations.StatusAsync(http.RequestAborted))))
            .Operation(Tag, "getStatus", "How the coordinator is")
            .Answers<ClusterStatusAnswer>(200);
        api.MapPost("/verify", async (HttpContext http, SupplyChainClient chain) =>
                Answers.Plain(VerifyReportAnswer.Of(
                    await chain.ForReading(http).Operations.VerifyAsync(http.RequestAborted))))
            .Operation(
                Tag, "verify",
                "Checks every invariant at one place of the journal and answers when it is done; ok when nothing is "
                + "violated. 503 when the silo that did it left: ask again")
            .Answers<VerifyReportAnswer>(200)
            .Needs(Permission.Operate);
        api.MapGet("/verify", async (HttpContext http, SupplyChainClient chain) => Answers.Plain(VerificationAnswer.Of(
                await chain.ForReading(http).Operations.VerifyProgressAsync(http.RequestAborted))))
            .Operation(Tag, "getVerification", "How far a verification is, and what the last one found")
            .Answers<VerificationAnswer>(200)
            .Needs(Permission.Operate);
        api.MapPost("/rebuild", RebuildAsync)
            .Operation(Tag, "rebuild", "Starts building the read models anew; the status says how far it is")
            .Answers<ClusterStatusAnswer>(202)
            .Needs(Permission.Operate);
        api.MapPost("/upgrade", UpgradeAsync)
            .Operation(Tag, "upgrade",
                "Raises the database to the feature level of the node that is asked, unless an older node still runs")
            .Answers<FeatureLevelAnswer>(200)
            .Refuses(Refusal.NeedsUpgrade)
            .Fails(401, 403)
            .Needs(Permission.Operate);
        api.MapPost("/silos/{name}/drain", DrainAsync)
            .Operation(Tag, "drainSilo", "Lets a silo hand its actors over and leave; the status says how far it is")
            .Answers<ClusterStatusAnswer>(202)
            .Fails(400, 401, 403, 404)
            .Needs(Permission.Operate);
    }

    private static async Task<IResult> KpisAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var kpis = new KpiQuery(
            query.Instant("from") is { } from ? DateOnly.FromDateTime(from.Date) : null,
            query.Instant("to") is { } to ? DayAfter(to) : null,
            query.Value<KpiGrouping>("groupBy"));
        query.Check();
        var reply = await chain.ForReading(http).Operations.KpisAsync(kpis, http.RequestAborted);
        return Answers.Plain(KpiAnswer.Of(reply));
    }

    private static async Task<IResult> DrainAsync(HttpContext http, SupplyChainClient chain)
    {
        var name = http.Id("name");
        if (await chain.ForReading(http).Operations.DrainAsync(name, http.RequestAborted) is not { } status)
            return Problems.NotFound($"No silo is called '{name}'.");
        http.Response.Headers.Location = "/api/v1/status";
        return Accepted(status);
    }

    private static async Task<IResult> RebuildAsync(HttpContext http, SupplyChainClient chain)
    {
        var operations = chain.ForReading(http).Operations;
        await operations.RebuildAsync(http.RequestAborted);
        http.Response.Headers.Location = "/api/v1/status";
        return Accepted(await operations.StatusAsync(http.RequestAborted));
    }

    private static async Task<IResult> UpgradeAsync(HttpContext http, SupplyChainClient chain)
    {
        var reply = await chain.ForReading(http).Operations.RaiseLevelAsync(FeatureLevel.Newest, http.RequestAborted);
        return reply.Trouble(FeatureLevel.Newest) is { } trouble
            ? Problems.Refused(Refusal.NeedsUpgrade, trouble)
            : Answers.Plain(FeatureLevelAnswer.Of(reply));
    }

    /// <summary>What was asked for goes on; the status says how far it is.</summary>
    private static EntityResult<ClusterStatusAnswer> Accepted(ClusterStatus status) =>
        new(ClusterStatusAnswer.Of(status), null, StatusCodes.Status202Accepted);

    /// <summary>The period ends before a date; an instant within a day still counts that day's deliveries.</summary>
    private static DateOnly DayAfter(DateTimeOffset to)
    {
        var date = DateOnly.FromDateTime(to.Date);
        return to.TimeOfDay == TimeSpan.Zero || date == DateOnly.MaxValue ? date : date.AddDays(1);
    }
}
