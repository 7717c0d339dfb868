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

    /// <summary>A problem by its status.</summary>
    public static Problem Of(
        int status, string? code = null, string? detail = null, IEnumerable<ProblemError>? errors = null)
    {
        var (title, kind) = Kind(status);
        return new($"urn:supplychain:problem:{code ?? kind}", title, status, code ?? kind, detail, [.. errors ?? []]);
    }

    private static (string Title, string Code) Kind(int status) => status switch
    {
        400 => ("The request cannot be read", "bad-request"),
        401 => ("Who are you?", "unauthenticated"),
        403 => ("That is not allowed to you", "forbidden"),
        404 => ("There is no such thing", "not-found"),
        405 => ("That cannot be done here", "method-not-allowed"),
        409 => ("The request was refused", "refused"),
        412 => ("The entity has changed", "version-mismatch"),
        413 => ("The body is too large", "too-large"),
        421 => ("The request is meant for somebody else", "misdirected"),
        415 => ("The body has the wrong media type", "unsupported-media-type"),
        422 => ("Some values are not allowed", "invalid"),
        429 => ("Too much is waiting; nothing was stored", "busy"),
        503 => ("Not possible at the moment; repeating it is safe", "unavailable"),
        >= 500 => ("Something is broken here", "internal"),
        _ => ("The request was not accepted", "not-accepted"),
    };
}
