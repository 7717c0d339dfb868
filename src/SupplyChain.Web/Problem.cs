using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain;

/// <summary>Why a request was not carried out (RFC 9457).</summary>
/// <param name="Type">A URI that stands for the code.</param>
/// <param name="Title">The kind of problem, for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable code: of the refusal, or of the kind of problem.</param>
/// <param name="Detail">More about this case, for people; absent when there is no more to say.</param>
/// <param name="Errors">Each thing that is wrong.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Detail,
    Items<ProblemError> Errors) : IResult
{
    /// <summary>The media type of problem documents.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>After which time it is worth trying again; null when it is worth nothing.</summary>
    [JsonIgnore]
    internal TimeSpan? RetryAfter { get; init; } =
        Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            ? TimeSpan.FromSeconds(1)
            : null;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(this, WireJson.Options);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
