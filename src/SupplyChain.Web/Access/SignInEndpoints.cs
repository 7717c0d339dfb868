using SupplyChain.Planner;

namespace SupplyChain.Access;

/// <summary>Where a browser signs in and out. It keeps a session, which only the cluster can make.</summary>
internal static class SignInEndpoints
{
    /// <summary>The page.</summary>
    public const string Path = "/sign-in";

    /// <summary>Where its form goes.</summary>
    public const string FormPath = "/sign-in/key";

    /// <summary>Where a browser signs out.</summary>
    public const string OutPath = "/sign-out";

    /// <summary>The cookie of the session.</summary>
    public const string Cookie = "sc-session";

    private const int MaxFormBytes = 8 * 1024;

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(FormPath, SignInAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(OutPath, SignOut).AllowAnonymous().ExcludeFromDescription();
        routes.MapOpenIdSignIn();
    }

    private static async Task<IResult> SignInAsync(HttpContext http, Callers callers, RefusedRequests refused)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is not <= MaxFormBytes)
            return Problems.Of(StatusCodes.Status400BadRequest, detail: "A form with 'key' is expected.");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (key, from) = (form["key"].ToString().Trim(), form["from"].ToString());
        if (await callers.BeginSessionAsync(key, KeyAuthentication.From(http)) is not { Session: { } session })
        {
            refused.Unknown(http.Request);
            return Results.LocalRedirect(Again(from, "unknown"));
        }
        Keep(http, session);
        return Results.LocalRedirect(Local(from));
    }

    private static IResult SignOut(HttpContext http)
    {
        http.Response.Cookies.Delete(Cookie, OfSession(http));
        return Results.LocalRedirect($"{Path}?said=out");
    }

    /// <summary>Has a browser keep a session.</summary>
    internal static void Keep(HttpContext http, string session) =>
        http.Response.Cookies.Append(Cookie, session, OfSession(http));

    /// <summary>The page once more.</summary>
    /// <param name="from">Where the browser wanted to go.</param>
    /// <param name="said">Why it is not there.</param>
    internal static string Again(string? from, string said) =>
        $"{Path}?from={Uri.EscapeDataString(Local(from))}&said={said}";

    private static CookieOptions OfSession(HttpContext http) => new()
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/",
    };

    /// <summary>A place on this site; the start page for everything else.</summary>
    internal static string Local(string? place) =>
        place is ['/', .. var rest] && rest is not ['/' or '\\', ..] && !place.Contains('\n', StringComparison.Ordinal)
            ? place
            : "/";
}
