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

    /// <summary>The client a read uses.</summary>
    public static SupplyChainClient ForReading(this SupplyChainClient chain, HttpContext http) =>
        chain.With(new CallOptions { Actor = Actor, Correlation = http.TraceIdentifier });

    /// <summary>The client a command uses: it respects <c>If-Match</c> and <c>If-None-Match</c>.</summary>
    /// <exception cref="FaultyRequestException">One of them is malformed.</exception>
    public static SupplyChainClient ForWriting(this SupplyChainClient chain, HttpContext http)
    {
        var condition = Conditions.Of(http.Request);
        return chain.With(new CallOptions
        {
            Actor = Actor,
            Correlation = http.TraceIdentifier,
            IfMatch = condition.IfMatch,
            IfNoneMatch = condition.IfNoneMatch,
        });
    }

    private const string Actor = "rest";
}
