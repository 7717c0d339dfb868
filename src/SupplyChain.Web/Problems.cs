using SupplyChain.Tenants;

namespace SupplyChain;

/// <summary>Makes problem documents.</summary>
internal static class Problems
{
    /// <summary>Parts of the request cannot be read.</summary>
    public static Problem Unreadable(IEnumerable<ProblemError> errors) => Of(400, errors: errors);

    /// <summary>A part of the path, the query or the headers cannot be read.</summary>
    public static Problem Unreadable(string parameter, string code, string message) =>
        Unreadable([ProblemError.InRequest(parameter, code, message)]);

    /// <summary>Values are not allowed.</summary>
    public static Problem Invalid(IEnumerable<ProblemError> errors) => Of(422, errors: errors);

    /// <summary>There is no such entity.</summary>
    public static Problem NotFound(string message) => Of(404, detail: message);

    /// <summary>The business says no.</summary>
    public static Problem Refused(Refusal refusal, string? message)
    {
        var status = refusal == Refusal.VersionMismatch ? 412 : 409;
        var said = message ?? refusal.Code();
        return Of(status, refusal.Code(), said, [new ProblemError("", null, refusal.Code(), said)]);
    }

    /// <summary>The tenant has used up a quota.</summary>
    public static Problem QuotaExceeded(QuotaExceededException exceeded, DateTimeOffset now) =>
        Of(429, "quota-exceeded", exceeded.Message) with
        {
            Title = "Quota used up; nothing was stored",
            RetryAfter = exceeded.EndsAt is { } end ? (end > now ? end - now : TimeSpan.FromSeconds(1)) : null,
        };

    /// <summary>A problem by its status.</summary>
    public static Problem Of(
        int status, string? code = null, string? detail = null, IEnumerable<ProblemError>? errors = null)
    {
        var (title, kind) = Kind(status);
        if (status == 401)
            detail ??= "Show a key that is accepted: 'Authorization: Bearer KEY'.";
        return new($"urn:supplychain:problem:{code ?? kind}", title, status, code ?? kind, detail, [.. errors ?? []]);
    }

    private static (string Title, string Code) Kind(int status) => status switch
    {
        400 => ("Malformed request", "bad-request"),
        401 => ("Authentication required", "unauthenticated"),
        403 => ("Not allowed for this role", "forbidden"),
        404 => ("Not found", "not-found"),
        405 => ("Method not allowed", "method-not-allowed"),
        409 => ("Conflict", "refused"),
        412 => ("Precondition failed", "version-mismatch"),
        413 => ("Body too large", "too-large"),
        415 => ("Unsupported media type", "unsupported-media-type"),
        421 => ("Misdirected request", "misdirected"),
        422 => ("Invalid values", "invalid"),
        429 => ("Too many requests; nothing was stored", "busy"),
        503 => ("Temporarily unavailable; repeating the request is safe", "unavailable"),
        >= 500 => ("Internal error", "internal"),
        _ => ("Request not accepted", "not-accepted"),
    };
}
