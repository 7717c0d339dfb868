using System.Globalization;

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
            : throw new FaultyRequestException(
                Problems.Unreadable(name, FaultCodes.MalformedId, $"'{name}' {Identifier.Rule}"));
    }

    /// <summary>The client a read uses.</summary>
    public static SupplyChainClient ForReading(this SupplyChainClient chain, HttpContext http) =>
        chain.With(new CallOptions { Actor = Actor, Correlation = http.TraceIdentifier });

    /// <summary>The client a command uses: it respects <c>If-Match</c>.</summary>
    /// <exception cref="FaultyRequestException">The header is malformed.</exception>
    public static SupplyChainClient ForWriting(this SupplyChainClient chain, HttpContext http) =>
        chain.With(new CallOptions
        {
            Actor = Actor,
            Correlation = http.TraceIdentifier,
            IfMatch = IfMatch(http.Request.Headers.IfMatch.ToString()),
        });

    private const string Actor = "rest";

    private static long? IfMatch(string header)
    {
        if (header.Length == 0)
            return null;
        var quoted = header.Length > 2 && header[0] == '"' && header[^1] == '"' ? header.AsSpan(1..^1) : [];
        if (long.TryParse(quoted, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;

        throw new FaultyRequestException(Problems.Unreadable(
            "If-Match", FaultCodes.Invalid, "'If-Match' has to be one strong entity tag, such as \"7\"."));
    }
}
