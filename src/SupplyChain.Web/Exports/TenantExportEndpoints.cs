using SupplyChain.Access;

namespace SupplyChain.Exports;

/// <summary>Everything of a tenant.</summary>
internal static class TenantExportEndpoints
{
    public static void MapTenantExport(this IEndpointRouteBuilder api) =>
        api.MapGet("/export", (HttpContext http, SupplyChainClient chain) => new TenantExport(chain.ForReading(http)))
            .Operation(
                "Operations", "exportTenant",
                "Everything of the tenant as a ZIP: every event up to now with who caused it and what is personal in "
                + "it, the lists as they are now, saved views and consumers, one JSON document a line; manifest.json, "
                + "the last file, counts the lines and gives the SHA-256 of each. A file without it is not whole. "
                + "Secrets are not in it")
            .Produces<Stream>(StatusCodes.Status200OK, TenantExport.MediaType)
            .Needs(Permission.Govern);
}
