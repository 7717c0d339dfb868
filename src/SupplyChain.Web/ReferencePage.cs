using Scalar.AspNetCore;
using SupplyChain.Access;

namespace SupplyChain;

/// <summary>
/// The page that shows the OpenAPI document and tries requests out. It comes with the program and asks no other host.
/// </summary>
internal static class ReferencePage
{
    /// <summary>Where it is.</summary>
    public const string Path = "/scalar";

    public static void MapReferencePage(this IEndpointRouteBuilder routes) =>
        routes.MapScalarApiReference(Path, page =>
        {
            page.Title = "SupplyChain: REST";
            page.Favicon = "/_content/SupplyChain.Web/icon.svg";
            page.DynamicNonce = true;
            page.DefaultFonts = false;
            page.Telemetry = false;
            page.HideClientButton = true;
            page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            page.Agent = new ScalarAgentOptions { Disabled = true };
            page.Mcp = new ScalarMcpOptions { Disabled = true };
            page.OperationTitleSource = OperationTitleSource.Path;
            page.AddDocument(OpenApiServices.Document);
            page.AddPreferredSecuritySchemes(OpenApiAnswers.Bearer);
        }).Needs(Permission.Read).Scoped(Scope.Everything);
}
