using SupplyChain.Access;

namespace SupplyChain;

/// <summary>What every endpoint needs to know of a request.</summary>
internal static class Request
{
    /// <summary>An identifier in the path.</summary>
    /// <exception cref="FaultyRequestException">It is malformed.</exception>
    public static string Id(this HttpContext http, string name)
    {
        var text = http.Request.RouteValues[name] as string ?? "";
        return Identifier.IsValid(text)
            ? text
            : throw new FaultyRequestException(PathIds.Malformed(name, PathIds.AsSent(http, name, text)));
    }

    /// <summary>The client a read uses: it calls for who made the request.</summary>
    public static SupplyChainClient ForReading(this SupplyChainClient chain, HttpContext http) =>
        chain.With(OptionsOf(http));

    /// <summary>
    /// The client of an answer that goes on for hours: before each call it asks anew who made the request, so that it
    /// ends when the key is revoked.
    /// </summary>
    public static SupplyChainClient ForStreaming(this SupplyChainClient chain, HttpContext http, Callers callers)
    {
        if (http.User.Credential() is not { } credential)
            return chain.ForReading(http);
        var from = KeyAuthentication.From(http);
        return chain.With(OptionsOf(http) with
        {
            Token = async () => await callers.FindAsync(credential, from) is { } caller
                ? caller.Token
                : throw new AccessDeniedException("The key is not accepted any more."),
        });
    }

    /// <summary>The client a command uses: it respects <c>If-Match</c> and <c>If-None-Match</c> as well.</summary>
    /// <exception cref="FaultyRequestException">One of them is malformed.</exception>
    public static SupplyChainClient ForWriting(this SupplyChainClient chain, HttpContext http)
    {
        var condition = Conditions.Of(http.Request);
        return chain.With(OptionsOf(http) with
        {
            IfMatch = condition.IfMatch,
            IfNoneMatch = condition.IfNoneMatch,
        });
    }

    private static CallOptions OptionsOf(HttpContext http) => new()
    {
        Actor = ActorOf(http),
        Correlation = http.TraceIdentifier,
        Token = http.Features.Get<ShownToken>() is { Token: var token } ? () => new(token) : null,
    };

    /// <summary>Who made a request, as histories show it.</summary>
    public static string ActorOf(HttpContext http) => http.User.Name() ?? Actor;

    private const string Actor = "rest";
}
