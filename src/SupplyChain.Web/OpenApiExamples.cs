using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SupplyChain;

/// <summary>Examples of everything that the OpenAPI document describes.</summary>
internal static class OpenApiExamples
{
    private const string Json = "application/json";

    /// <summary>Shows what an operation takes and answers.</summary>
    public static Task ShowAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var (id, said) = (operation.OperationId ?? "", ProblemExamples.Said(context.Description));
        if (Examples.BodyOf(id) is { } body && operation.RequestBody?.Content is { } taken)
        {
            foreach (var (media, content) in taken)
            {
                // What is compressed cannot be shown.
                if (media is Json or "text/csv")
                    content.Example = body.DeepClone();
            }
        }

        var template = (context.Description.RelativePath ?? "").Replace("api/v1", "", StringComparison.Ordinal);
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            Show(parameter, Examples.PartOf(id, template, parameter.Name ?? ""));
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                Show(response, id, code, said, operation, context.Document!);
        }
        return Task.CompletedTask;
    }

    private static void Show(OpenApiParameter parameter, string? example)
    {
        if (example is null || parameter.In is not (ParameterLocation.Path or ParameterLocation.Query))
            return;
        parameter.Example = parameter.Schema?.Type switch
        {
            JsonSchemaType.Integer => long.Parse(example, CultureInfo.InvariantCulture),
            JsonSchemaType.Boolean => bool.Parse(example),
            JsonSchemaType.Array => new JsonArray(example),
            _ => example,
        };
    }

    private static void Show(
        IOpenApiResponse response, string id, int status, IReadOnlyList<Refusal> refusals, OpenApiOperation operation,
        OpenApiDocument document)
    {
        if (response.Content is null)
            return;
        if (response.Content.TryGetValue(Problem.MediaType, out var problems))
        {
            problems.Examples = new Dictionary<string, IOpenApiExample>();
            foreach (var problem in ProblemExamples.Of(status, refusals, operation))
            {
                problems.Examples[problem.Code] = Shown(problem, document);
            }
        }

        // An answer of 202 differs from one of 200 in nothing but that work goes on.
        var answer = Examples.AnswerOf(id, status) ?? Examples.AnswerOf(id, 201) ?? Examples.AnswerOf(id, 200);
        foreach (var (media, content) in response.Content)
        {
            if (answer is not null && (IsJson(media) || media.StartsWith("text/", StringComparison.Ordinal)))
                content.Example = answer.DeepClone();
        }
    }

    private static bool IsJson(string media) =>
        media != Problem.MediaType && media.EndsWith("json", StringComparison.Ordinal);

    /// <summary>What many operations are answered alike is written once.</summary>
    private static IOpenApiExample Shown(Problem problem, OpenApiDocument document)
    {
        var example = new OpenApiExample
        {
            Summary = problem.Title,
            Value = JsonSerializer.SerializeToNode(problem, WireJson.Options),
        };
        if (problem.Status is 400 or 422)
            return example;
        document.AddComponent<IOpenApiExample>(problem.Code, example);
        return new OpenApiExampleReference(problem.Code, document);
    }
}
