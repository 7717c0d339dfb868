using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;

namespace SupplyChain;

/// <summary>Ids in paths that are none: says which to use instead.</summary>
internal static class PathIds
{
    private static readonly PathString Api = "/api/v1";

    /// <summary>A part of the path is no id.</summary>
    public static Problem Malformed(string name, string text) =>
        Problems.Unreadable(name, FaultCodes.MalformedId, Identifier.Explain(name, text));

    /// <summary>
    /// The text of a part of the path as the caller meant it: the server leaves %2F as it is, since an unescaped slash
    /// would part the path.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="name">The part's name.</param>
    /// <param name="decoded">The part as the server decoded it, in case the path differs from the route.</param>
    public static string AsSent(HttpContext http, string name, string decoded)
    {
        var parts = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.PathSegments ?? [];
        var sent = Sent(http);
        return sent.Length == parts.Count && parts.ToList().FindIndex(part => NameOf(part) == name) is >= 0 and var at
            ? sent[at]
            : decoded.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// An id whose slashes part the path, so that no route fits: one part of a route has to stand for several of the
    /// path. Null when no route becomes fitting that way.
    /// </summary>
    public static Problem? SpreadOverPath(HttpContext http)
    {
        if (http.GetEndpoint() is not null || !http.Request.Path.StartsWithSegments(Api))
            return null;
        var sent = Sent(http);
        var spread = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => Readings(route.RoutePattern.PathSegments, sent))
            .MaxBy(reading => reading.Literals);
        return spread is null ? null : Malformed(spread.Name, spread.Text);
    }

    /// <summary>Every way to read a path as a route's, one of its parameters standing for more than one part.</summary>
    private static IEnumerable<Reading> Readings(IReadOnlyList<RoutePatternPathSegment> route, string[] sent)
    {
        var more = sent.Length - route.Count;
        for (var at = 0; more > 0 && at < route.Count; at++)
        {
            if (NameOf(route[at]) is { } name
                && Literals(route.Take(at), sent) is { } before
                && Literals(route.Skip(at + 1), sent[(at + 1 + more)..]) is { } after)
            {
                yield return new(name, string.Join('/', sent[at..(at + 1 + more)]), before + after);
            }
        }
    }

    /// <summary>How many literals fit; null when one does not.</summary>
    private static int? Literals(IEnumerable<RoutePatternPathSegment> route, string[] sent)
    {
        var literals = route.Select(LiteralOf).ToArray();
        return literals.Zip(sent).All(pair =>
            pair.First is null || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase))
            ? literals.Count(literal => literal is not null)
            : null;
    }

    private static string? NameOf(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart { IsCatchAll: false } parameter] ? parameter.Name : null;

    private static string? LiteralOf(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;

    /// <summary>The parts of the path, each unescaped as a whole.</summary>
    private static string[] Sent(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = target.Split('?')[0].Trim('/');
        return [.. path.Split('/').Select(Uri.UnescapeDataString)];
    }

    private sealed record Reading(string Name, string Text, int Literals);
}
