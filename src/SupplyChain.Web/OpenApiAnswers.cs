using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupplyChain.Access;

namespace SupplyChain;

/// <summary>What the OpenAPI document says of answers beside their bodies: headers, and codes of problems.</summary>
internal static class OpenApiAnswers
{
    /// <summary>What the document calls the way to show a key.</summary>
    public const string Bearer = "key";

    /// <summary>Describes the answers of an operation.</summary>
    public static Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var answer in context.Description.SupportedResponseTypes)
        {
            if (operation.Responses?.TryGetValue($"{answer.StatusCode}", out var found) != true
                || found is not OpenApiResponse response)
            {
                continue;
            }
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            if (answer.StatusCode < 300 && answer.Type?.IsAssignableTo(typeof(IVersioned)) == true)
                response.Headers["ETag"] = Text("The version, as a strong entity tag; not in a dry run.", "\"7\"");
            if (answer.StatusCode is 201 || LeadsElsewhere(operation, answer.StatusCode))
                response.Headers["Location"] = Text("Where it is.", null);
            if (answer.StatusCode is 429 or 503)
                response.Headers["Retry-After"] = Seconds();
            if (answer.Type == typeof(string))
                BeObjects(response);
            if (answer.Type == typeof(Problem))
                response.Description = Said(answer.StatusCode, context.Description);
        }
        if (operation.Responses?.TryGetValue("304", out var unchanged) == true && unchanged is OpenApiResponse same)
        {
            same.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = Text("The version that the caller has.", "\"7\""),
            };
        }
        return Task.CompletedTask;
    }

    /// <summary>Says how a caller shows who it is, where that is asked for.</summary>
    public static Task SecureAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Security = [];
        if (context.ApplicationServices.GetRequiredService<WebAccess>().IsOpen)
            return Task.CompletedTask;
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "sc_…",
            Description = "A key: supplychain keys create, the page /integrations, or POST /api/v1/keys.",
        });
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>Says what a caller's role has to include.</summary>
    public static Task PermitAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var needs = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>()
            .Select(one => one.Policy).OfType<string>().ToArray();
        if (needs is [.., var permission])
            operation.Description = $"Roles: {string.Join(", ", Roles(Enum.Parse<Permission>(permission)))}.";
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Roles(Permission needed) =>
        Enum.GetValues<Role>().Where(role => role.May(needed)).Select(role => $"{role}");

    /// <summary>JSON that is written elsewhere is an object, not a text.</summary>
    private static void BeObjects(OpenApiResponse response)
    {
        foreach (var (media, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            if (media.EndsWith("json", StringComparison.Ordinal))
                content.Schema = new OpenApiSchema { Type = JsonSchemaType.Object };
        }
    }

    private static bool LeadsElsewhere(OpenApiOperation operation, int status) =>
        status is 202 && operation.OperationId is "startImport" or "rebuild" or "drainSilo";

    private static string Said(int status, ApiDescription description)
    {
        if (status == 409)
            return $"Refused: {string.Join(", ", ProblemExamples.Said(description).Select(one => one.Code()))}";
        var problem = Problems.Of(status);
        return $"{problem.Title}: {problem.Code}";
    }

    private static OpenApiHeader Text(string description, string? example) => new()
    {
        Description = description,
        Example = example,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiHeader Seconds() => new()
    {
        Description = "After how many seconds to send the same request again.",
        Example = 1,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
    };
}
