using System.Text;

namespace SupplyChain;

/// <summary>The start page: what is running and where to go from here.</summary>
internal static class HomeEndpoint
{
    private const string Page = "Home.html";

    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", async (HttpContext http, SupplyChainClient chain) =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
                + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            await http.Response.WriteAsync(Template.Value
                .Replace("{{tenant}}", chain.Tenant.Value, StringComparison.Ordinal)
                .Replace("{{origin}}", Origin(http.Request), StringComparison.Ordinal));
        }).ExcludeFromDescription();

    private static readonly Lazy<string> Template = new(() =>
    {
        using var stream = typeof(HomeEndpoint).Assembly.GetManifestResourceStream(Page)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    });

    private static string Origin(HttpRequest request) =>
        System.Net.WebUtility.HtmlEncode($"{request.Scheme}://{request.Host.ToUriComponent()}");
}
