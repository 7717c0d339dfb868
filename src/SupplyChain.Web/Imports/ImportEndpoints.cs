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

    private static async Task<IResult> StartAsync(HttpContext http, SupplyChainClient chain)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Limits.MaxImportBytes + 1;
        var query = new QueryReader(http);
        var (profile, dryRun) = (query.Id<ProfileName>("profile"), query.Flag("dryRun"));
        query.Check();
        if (profile is not { } named)
            return Invalid([new Fault("/profile", FaultCodes.Required, "'profile' is required.")]);
        ImportId id = $"imp-{Guid.CreateVersion7():N}";
        CheckBody(http.Request);
        var reply = await chain.ForWriting(http).Imports.StartAsync(
            id, new(named.Value, dryRun), http.Request.Body, http.RequestAborted);
        if (reply.Faults.Contains(StoreImportPart.TooLarge))
            throw TooLarge();
        if (reply.Faults.Any(fault => fault is { Pointer: "/file", Code: FaultCodes.Required }))
            throw Empty();
        if (reply.Status == ReplyStatus.Invalid)
            return Invalid(reply.Faults);
        return Answers.Reply(reply, report => Accepted(http, report));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var report = await chain.ForReading(http).Imports.GetAsync(http.Id("id"), http.RequestAborted);
        return report is null ? Problems.NotFound("The import does not exist.") : Answers.Plain(report);
    }

    /// <summary>What can be told before anything is read.</summary>
    private static void CheckBody(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.ToString() is not ("" or "gzip" or "identity"))
            throw new BadHttpRequestException("The Content-Encoding of an import is gzip or none.", 415);
        if (request.ContentLength > Limits.MaxImportBytes)
            throw TooLarge();
        if (request.ContentLength == 0)
            throw Empty();
    }

    private static BadHttpRequestException Empty() => new("The body is empty: there is nothing to import.");

    private static BadHttpRequestException TooLarge() => new(StoreImportPart.TooLarge.Message, 413);

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
