using Microsoft.AspNetCore.Http.Features;

namespace SupplyChain.Imports;

/// <summary>Imports of files.</summary>
internal static class ImportEndpoints
{
    private const string Tag = "Imports";

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/imports", StartAsync)
            .Operation(Tag, "startImport", "Uploads a CSV file, gzip or not, and starts importing it")
            .Queries(
                QueryParameter.Text("profile", "How the file is to be read, for example scms.", required: true),
                QueryParameter.Flag("dryRun", "Only report, write nothing."))
            .TakesFile()
            .Answers<ImportReport>(202)
            .Fails(400, 413, 415, 422, 429, 503);
        api.MapGet("/imports/{id}", GetAsync)
            .Operation(Tag, "getImport", "What an import has done so far")
            .Answers<ImportReport>(200)
            .Fails(400, 404);
    }

    private static async Task<IResult> StartAsync(HttpContext http, SupplyChainClient chain, WebOptions options)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ImportUpload.MaxBytes + 1;
        var query = new QueryReader(http);
        var (profile, dryRun) = (query.Id<ProfileName>("profile"), query.Flag("dryRun"));
        query.Check();
        if (profile is not { } named)
            return Invalid([new Fault("/profile", FaultCodes.Required, "'profile' is required.")]);
        ImportId id = $"imp-{Guid.CreateVersion7():N}";
        var file = await ImportUpload.StoreAsync(http.Request, options.ImportFolder, id);
        var start = new StartImport(named.Value, file, dryRun);
        var reply = await chain.ForWriting(http).Imports.StartAsync(id, start, http.RequestAborted);
        if (!reply.Accepted)
            File.Delete(Path.Combine(options.ImportFolder, file));
        if (reply.Status == ReplyStatus.Invalid)
            return Invalid(reply.Faults);
        return Answers.Reply(reply, report => Accepted(http, report));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var report = await chain.ForReading(http).Imports.GetAsync(http.Id("id"), http.RequestAborted);
        return report is null ? Problems.NotFound("There is no such import.") : Answers.Plain(report);
    }

    private static Answer<ImportReport> Accepted(HttpContext http, ImportReport report)
    {
        http.Response.Headers.Location = $"{http.Request.Path.ToUriComponent().TrimEnd('/')}/{report.Id}";
        return new Answer<ImportReport>(report, null, StatusCodes.Status202Accepted);
    }

    /// <summary>What is faulty about an import is in the query, not in the body.</summary>
    private static Problem Invalid(Items<Fault> faults) => Problems.Invalid(faults.Select(fault =>
        ProblemError.InRequest(fault.Pointer.TrimStart('/'), fault.Code, fault.Message)));

    /// <summary>The name of a profile follows the rule of every identifier.</summary>
    private readonly record struct ProfileName(string Value) : IIdentifier<ProfileName>
    {
        public static ProfileName Of(string value) => new(value);
    }
}
