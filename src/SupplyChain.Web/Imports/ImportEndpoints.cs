using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace SupplyChain.Imports;

/// <summary>Imports of files.</summary>
internal static class ImportEndpoints
{
    private const string Tag = "Imports";

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/imports", StartAsync)
            .Operation(Tag, "startImport",
                "Uploads a CSV file, gzip or not, and starts importing it. Its encoding is what its byte order mark "
                + "says, else the charset of the Content-Type (text/csv; charset=windows-1252), else what the profile "
                + "says, else UTF-8. An order is placed whole or not at all, unless the profile is partial: where one "
                + "of its rows is faulty, the report refuses the others with the code held-back, and the mended file "
                + "places it")
            .Queries(
                QueryParameter.Text("profile", "How the file is to be read, for example scms.", required: true)
                    .UpTo(Identifier.MaxLength),
                QueryParameter.Flag("dryRun", "Only report, write nothing."),
                QueryParameter.Text("fileName", "What the file is called where it comes from, for people.")
                    .UpTo(Limits.MaxText))
            .TakesFile()
            .Repeats(
                "The import's id follows from the key and the caller's name: sent again, the request answers with the "
                + "import that it began, whose file stays as it was. With another profile or dryRun it is a conflict. "
                + "Without a key every request begins an import")
            .Answers<ImportReportAnswer>(202)
            .Refuses(Refusal.Conflict)
            .Fails(400, 413, 415, 422, 429, 503);
        api.MapGet("/imports", ListAsync)
            .Operation(Tag, "listImports", "Lists imports, the newest first")
            .Queries([.. QueryParameter.Sorted(ImportSummary.SortFields), .. Filters<ImportQuery>.Parameters])
            .Answers<PageAnswer<ImportSummaryAnswer>>(200)
            .Fails(400, 422);
        // Of a method, the OpenAPI document would show its own summary.
        api.MapGet("/imports/{id}/refused", (HttpContext http, SupplyChainClient chain) =>
                RefusedRowsFile.AnswerAsync(http, chain))
            .Operation(Tag, "getRefusedRows",
                "The rows that an import refused, as they were sent, each with column, code and message of what is "
                + "wrong behind it: mended, the file can be imported as it is. 404 when the file is not kept any more, "
                + "which it is for seven days when rows of it were refused, or it was a dry run")
            .Queries(QueryParameter.Text("format", "csv, which is the only one."))
            .AnswersText("text/csv")
            .Fails(400, 404, 422);
        api.MapGet("/imports/{id}", GetAsync)
            .Operation(Tag, "getImport",
                "What an import has done so far. A row has the number that a spreadsheet shows, less that of the "
                + "heading: empty rows count there, but are not among the report's rows")
            .Answers<ImportReportAnswer>(200)
            .Fails(400, 404);
    }

    private static async Task<IResult> StartAsync(HttpContext http, SupplyChainClient chain)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Limits.MaxImportBytes + 1;
        var query = new QueryReader(http);
        var (profile, dryRun) = (query.Id<ProfileName>("profile"), query.Flag("dryRun"));
        var fileName = query.Text("fileName");
        query.Check();
        if (profile is not { } named)
            return Invalid([new Fault("/profile", FaultCodes.Required, "'profile' is required.")]);
        ImportId id = IdempotencyKey.IdOf(http, "imp-") ?? $"imp-{Guid.CreateVersion7():N}";
        CheckBody(http.Request);
        var start = new StartImport(named.Value, dryRun, CharsetOf(http.Request), FileName: fileName);
        if (start.Validate() is { Count: > 0 } faults)
            return Invalid(faults);
        var reply = await chain.ForWriting(http).Imports.StartAsync(
            id, start, http.Request.Body, http.RequestAborted);
        if (reply.Faults.Contains(StoreImportPart.TooLarge))
            throw TooLarge();
        if (reply.Faults.Any(fault => fault is { Pointer: "/file", Code: FaultCodes.Required }))
            throw Empty();
        if (reply.Status == ReplyStatus.Invalid)
            return Invalid(reply.Faults);
        return Answers.Reply(reply, report => Accepted(http, report));
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var wanted = Filters<ImportQuery>.Read(query);
        var page = query.Page(ImportSummary.SortFields);
        query.Check();
        var imports = await chain.ForReading(http).Imports.ListPageAsync(wanted, page, http.RequestAborted);
        return Answers.Page(imports, ImportSummaryAnswer.Of);
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var report = await chain.ForReading(http).Imports.GetAsync(http.Id("id"), http.RequestAborted);
        return report is null
            ? Problems.NotFound("The import does not exist.")
            : Answers.Plain(ImportReportAnswer.Of(report));
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

    /// <summary>The encoding that the Content-Type names.</summary>
    private static string? CharsetOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return null;
        if (type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException(
                "An import is the CSV file itself as the body, not a form that holds it.", 415);
        }
        var charset = HeaderUtilities.RemoveQuotes(type.Charset).Value;
        if (string.IsNullOrEmpty(charset))
            return null;
        return new StartImport("", false, charset).Validate() is [var fault, ..]
            ? throw new BadHttpRequestException(fault.Message, 415)
            : charset;
    }

    private static BadHttpRequestException Empty() => new("The body is empty: there is nothing to import.");

    private static BadHttpRequestException TooLarge() => new(StoreImportPart.TooLarge.Message, 413);

    private static EntityResult<ImportReportAnswer> Accepted(HttpContext http, ImportReport report)
    {
        http.Response.Headers.Location = $"{http.Request.Path.ToUriComponent().TrimEnd('/')}/{report.Id}";
        return new(ImportReportAnswer.Of(report), null, StatusCodes.Status202Accepted);
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
