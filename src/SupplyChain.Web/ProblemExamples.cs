using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace SupplyChain;

/// <summary>The problem documents an operation can be answered with, made as its answers are.</summary>
internal static class ProblemExamples
{
    /// <summary>The refusals that an operation names, that of a condition on the version left out.</summary>
    public static Refusal[] Said(ApiDescription description) =>
    [
        .. description.ActionDescriptor.EndpointMetadata.OfType<Documented>().SelectMany(one => one.Refusals)
            .Where(refusal => refusal != Refusal.VersionMismatch),
    ];

    /// <summary>Each problem of a status, by its code.</summary>
    public static IEnumerable<Problem> Of(
        int status, IReadOnlyList<Refusal> refusals, OpenApiOperation operation) => status switch
        {
            400 => [Unreadable(operation)],
            404 => [Problems.NotFound("The entity does not exist.")],
            409 => refusals.Select(refusal => Problems.Refused(refusal, null)),
            412 => [Problems.Refused(
                Refusal.VersionMismatch, new Precondition(Versions.Of([7]), null).Unmet(8, exists: true))],
            422 => [Invalid(operation)],
            _ => [Problems.Of(status)],
        };

    /// <summary>Something of the body or of the request that cannot be read.</summary>
    private static Problem Unreadable(OpenApiOperation operation) => Parameter(operation) switch
    {
        _ when Body(operation) => Problems.Unreadable([ProblemError.InBody(
            new("/colour", FaultCodes.UnknownMember, BodyReader.NoSuchMember))]),
        { In: ParameterLocation.Path, Name: { } name } => PathIds.Malformed(name, "AB 12"),
        { Name: { } name } => Problems.Unreadable(name, FaultCodes.WrongType, $"'{name}' cannot be read."),
        _ => Problems.Of(400),
    };

    /// <summary>A value that is not allowed.</summary>
    private static Problem Invalid(OpenApiOperation operation)
    {
        if (Body(operation))
            return Problems.Invalid([ProblemError.InBody(Fault(operation))]);
        var name = operation.Parameters?.FirstOrDefault(one => one.In == ParameterLocation.Query)?.Name
            ?? Parameter(operation)?.Name ?? "";
        return Problems.Invalid([ProblemError.InRequest(name, FaultCodes.Invalid, $"'{name}' is not allowed.")]);
    }

    private static Fault Fault(OpenApiOperation operation)
    {
        var schema = operation.RequestBody?.Content?["application/json"].Schema;
        if (schema?.Required?.FirstOrDefault() is { } required)
            return new($"/{required}", FaultCodes.Required, $"'{required}' is required.");
        return schema?.Properties?.Keys.FirstOrDefault() is { } first
            ? new($"/{first}", FaultCodes.OutOfRange, $"'{first}' is out of its range.")
            : new("", FaultCodes.Invalid, "The body is not allowed.");
    }

    private static bool Body(OpenApiOperation operation) =>
        operation.RequestBody?.Content?.ContainsKey("application/json") == true;

    private static IOpenApiParameter? Parameter(OpenApiOperation operation) =>
        operation.Parameters?.FirstOrDefault(one => one.In == ParameterLocation.Path)
        ?? operation.Parameters?.FirstOrDefault(one => one.In == ParameterLocation.Query);
}
