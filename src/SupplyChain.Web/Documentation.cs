namespace SupplyChain;

/// <summary>Says of each endpoint what the OpenAPI document shows.</summary>
internal static class Documentation
{
    private static readonly int[] Always = [401, 403, 429, 500, 503];
    private static readonly int[] OfWrites = [400, 413, 415, 422];

    public static RouteHandlerBuilder Operation(
        this RouteHandlerBuilder endpoint, string tag, string name, string summary) =>
        endpoint.WithTags(tag).WithName(name).WithSummary(summary).Fails(Always);

    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, bool mayBeEmpty = false) =>
        endpoint.Fails(OfWrites).WithMetadata(new Documented { Body = typeof(T), MayBeEmpty = mayBeEmpty });

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new Documented { File = true });

    public static RouteHandlerBuilder TakesJson(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new Documented { Json = true });

    /// <summary>Says what a repeat under the same <c>Idempotency-Key</c> is, where that is not as in general.</summary>
    public static RouteHandlerBuilder Repeats(this RouteHandlerBuilder endpoint, string meaning) =>
        endpoint.WithMetadata(new Documented { Repeat = meaning });

    /// <summary>Says of parts of the path what they are when they are no identifiers.</summary>
    public static RouteHandlerBuilder InPath(this RouteHandlerBuilder endpoint, params QueryParameter[] parts) =>
        endpoint.WithMetadata(new Documented { Path = parts });

    public static RouteHandlerBuilder Queries(this RouteHandlerBuilder endpoint, params QueryParameter[] queries) =>
        endpoint.WithMetadata(new Documented { Queries = queries });

    /// <summary>Headers that it reads.</summary>
    public static RouteHandlerBuilder Headers(this RouteHandlerBuilder endpoint, params QueryParameter[] headers) =>
        endpoint.WithMetadata(new Documented { Headers = headers });

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<T>(status);
        return endpoint;
    }

    public static RouteHandlerBuilder AnswersText(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.Produces<string>(200, mediaType);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params Refusal[] refusals)
    {
        endpoint.WithMetadata(new Documented { Refusals = refusals });
        if (refusals.Any(refusal => refusal != Refusal.VersionMismatch))
            endpoint.Fails(409);
        return refusals.Contains(Refusal.VersionMismatch) ? endpoint.Fails(412) : endpoint;
    }

    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<Problem>(status, Problem.MediaType);
        return endpoint;
    }
}
