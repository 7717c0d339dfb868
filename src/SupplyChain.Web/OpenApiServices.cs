using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SupplyChain;

/// <summary>The OpenAPI document: what the reader of bodies accepts and what the answers look like.</summary>
internal static partial class OpenApiServices
{
    /// <summary>The name of the document.</summary>
    public const string Document = "v1";

    public static IServiceCollection AddSupplyChainOpenApi(this IServiceCollection services) =>
        services.AddSingleton<OpenApiText>().AddOpenApi(Document, options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "SupplyChain";
                document.Info.Version = "v1";
                document.Info.Description =
                    "Documents (orders, receipts, adjustments, milestones) are created by PUT with an id you choose: "
                    + "repeating one changes nothing. Refusals are problem documents with a stable code. "
                    + "HEAD answers as GET does, without a body; OPTIONS says what a path allows.";
                // The host is the one that sent the document, whatever it is called there.
                document.Servers = [new() { Url = "/" }];
                return Task.CompletedTask;
            });
            options.AddDocumentTransformer(OpenApiAnswers.SecureAsync);
            options.AddOperationTransformer(DescribeAsync);
            options.AddOperationTransformer(OpenApiAnswers.DescribeAsync);
            options.AddOperationTransformer(OpenApiAnswers.PermitAsync);
            options.AddOperationTransformer(OpenApiExamples.ShowAsync);
            options.CreateSchemaReferenceId = OpenApiSchemas.NameOf;
            options.AddSchemaTransformer(OpenApiSchemas.ShapeAsync);
        });

    private static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var said = context.Description.ActionDescriptor.EndpointMetadata.OfType<Documented>().ToArray();
        operation.Parameters =
        [
            .. PathParameter().Matches(context.Description.RelativePath ?? "")
                .Select(match => InPath(match, said.SelectMany(one => one.Path))),
            .. said.SelectMany(one => one.Queries).Select(InQuery),
            .. said.SelectMany(one => one.Headers).Select(one => Header(one.Name, one.Description)),
        ];
        if (said.Any(one => one.File))
            operation.RequestBody = OfFile();
        if (said.Any(one => one.Json))
            operation.RequestBody = OfJson();
        if (said.FirstOrDefault(one => one.Body is not null) is { Body: { } body } taken)
        {
            operation.RequestBody = await OfTypeAsync(body, !taken.MayBeEmpty, context, cancellationToken);
        }

        if (said.Any(one => one.Refusals.Contains(Refusal.VersionMismatch)))
        {
            operation.Parameters.Add(IfMatch());
            operation.Parameters.Add(IfNoneMatch("* keeps what exists from being replaced or changed: then 412."));
        }
        else if (IsVersioned(context.Description))
        {
            operation.Parameters.Add(IfNoneMatch("ETags the caller has: while one of them is the entity's, 304."));
            operation.Responses?.TryAdd("304", new OpenApiResponse { Description = "Not modified" });
        }

        if (!HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
        {
            operation.Parameters.Add(Header(
                IdempotencyKey.Header,
                said.Select(one => one.Repeat).FirstOrDefault(one => one is not null) ?? IdempotencyKey.InGeneral,
                IdempotencyKey.MaxLength));
        }
    }

    private static async Task<OpenApiRequestBody> OfTypeAsync(
        Type body, bool required, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(body, null, cancellationToken);
        var name = OpenApiSchemas.NameOf(body) ?? body.Name;
        context.Document!.AddComponent(name, schema);
        return new OpenApiRequestBody
        {
            Required = required,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = new OpenApiSchemaReference(name, context.Document) },
            },
        };
    }

    private static OpenApiRequestBody OfFile() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["text/csv"] = new() { Schema = Binary() },
            ["application/gzip"] = new() { Schema = Binary() },
        },
    };

    private static OpenApiRequestBody OfJson() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
        },
    };

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiParameter InPath(Match match, IEnumerable<QueryParameter> described)
    {
        var (name, said) = (match.Groups[1].Value, described.ToDictionary(one => one.Name));
        return new()
        {
            Name = name,
            In = ParameterLocation.Path,
            Required = true,
            Description = said.GetValueOrDefault(name)?.Description,
            Schema = said.TryGetValue(name, out var text) ? OneOf(text) : OpenApiSchemas.Identifier(),
        };
    }

    private static OpenApiSchema OneOf(QueryParameter parameter) => new()
    {
        Type = parameter.Kind switch
        {
            "integer" => JsonSchemaType.Integer,
            "boolean" => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Enum = parameter.Values.Count == 0 ? null : [.. parameter.Values.Select(value => JsonValue.Create(value))],
        Pattern = parameter.Pattern,
        MaxLength = parameter.MaxLength,
        Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
    };

    private static OpenApiParameter InQuery(QueryParameter query)
    {
        var one = OneOf(query);
        return new()
        {
            Name = query.Name,
            In = ParameterLocation.Query,
            Required = query.Required,
            Description = query.Repeats ? $"{query.Description} Repeated: any of the values." : query.Description,
            Style = query.Repeats ? ParameterStyle.Form : null,
            Explode = query.Repeats,
            Schema = query.Repeats ? Several(one) : one,
        };
    }

    private static OpenApiSchema Several(OpenApiSchema one) => new()
    {
        Type = JsonSchemaType.Array,
        Items = one,
        MaxItems = QueryReader.MaxFilterValues,
    };

    /// <summary>Whether it shows an entity with its version.</summary>
    private static bool IsVersioned(ApiDescription description) =>
        HttpMethods.IsGet(description.HttpMethod ?? "")
        && description.SupportedResponseTypes.Any(response => response is { StatusCode: 200, Type: { } type }
            && type.IsAssignableTo(typeof(IVersioned)));

    private static OpenApiParameter IfMatch() => Header(
        "If-Match", "The ETag seen last, such as \"7\"; a list, or * for any. On another version the answer is 412.");

    private static OpenApiParameter IfNoneMatch(string description) => Header("If-None-Match", description);

    private static OpenApiParameter Header(
        string name, string description, int maxLength = QueryParameter.LineLength) => new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = maxLength },
        };

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex PathParameter();
}
