using System.Security.Cryptography;
using System.Text;

namespace SupplyChain;

/// <summary>
/// The header <c>Idempotency-Key</c>: the id in the path is the key of a command already, so it changes nothing there.
/// Where the server makes the id, the id follows from the key.
/// </summary>
internal static class IdempotencyKey
{
    /// <summary>The header's name.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The most characters of a key.</summary>
    public const int MaxLength = 255;

    /// <summary>What a repeat of a request is in general, for the OpenAPI document.</summary>
    public const string InGeneral =
        "Taken from every write and needed by none: the id in the path is the key of the request, and what a command "
        + "finds done it does not do again. With another key the same request is still the same.";

    /// <summary>Refuses a malformed key before anything is done.</summary>
    public static async ValueTask<object?> CheckAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Fault(context.HttpContext.Request) is { } problem ? problem : await next(context);

    /// <summary>An id that follows from the key and from who sent it; null without a key.</summary>
    /// <param name="http">The request.</param>
    /// <param name="prefix">What ids of the kind begin with.</param>
    public static string? IdOf(HttpContext http, string prefix)
    {
        if (http.Request.Headers[Header] is not [{ } key])
            return null;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{Request.ActorOf(http)}\n{key}"));
        return $"{prefix}{Convert.ToHexStringLower(digest.AsSpan(0, 16))}";
    }

    private static Problem? Fault(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || !request.Headers.TryGetValue(Header, out var sent))
            return null;
        return sent is [{ Length: > 0 and <= MaxLength } key] && !string.IsNullOrWhiteSpace(key)
            ? null
            : Problems.Unreadable(
                Header, FaultCodes.Invalid, $"'{Header}' has to be one text of 1 to {MaxLength} characters.");
    }
}
