using SupplyChain.Access;
using SupplyChain.Events;
using SupplyChain.Exports;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Shipments;
using SupplyChain.Tenants;
using SupplyChain.Transfers;
using SupplyChain.Views;
using SupplyChain.Webhooks;

namespace SupplyChain;

/// <summary>Everything the web part answers.</summary>
public static class SupplyChainEndpoints
{
    /// <summary>The tag of health checks that must be healthy for a node to be ready.</summary>
    public const string Ready = HealthEndpoints.Ready;

    /// <summary>Makes every failure of what comes after it a problem document, and answers HEAD and OPTIONS; use it
    /// first.</summary>
    public static IApplicationBuilder UseSupplyChainProblems(this IApplicationBuilder app) =>
        // Routing comes here, because it would be first otherwise and find no GET for a HEAD.
        app.UseMiddleware<ProblemMiddleware>().UseMiddleware<Methods>().UseMiddleware<PageRequests>().UseRouting();

    /// <summary>Asks who makes a request, whether that caller may, and of which tenant it is; use it before what
    /// answers.</summary>
    public static IApplicationBuilder UseSupplyChainAccess(this IApplicationBuilder app) =>
        app.UseAuthentication().UseAuthorization().UseMiddleware<VisitorScope>();

    /// <summary>Maps the REST interface, its OpenAPI document and the health checks.</summary>
    public static void MapSupplyChain(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.NeedsByMethod();
        api.AddEndpointFilter(IdempotencyKey.CheckAsync);
        // Operators, planners and readers of events are let in whatever the load.
        api.MapImports();
        api.MapImportProfiles();
        api.MapOperations();
        api.MapExceptions();
        api.MapEvents();
        api.MapAudit();
        api.MapArrivals();
        api.MapTenantExport();
        api.MapCustomers();
        api.MapEventStream();
        api.MapEventSchemas();
        api.MapConsumers();
        api.MapViews();
        api.MapKeys();
        api.MapTenants();
        api.MapWebhooks();
        var limited = api.MapGroup("");
        limited.AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<Admission>().InvokeAsync(context, next));
        limited.MapWarehouses();
        limited.MapWarehouseFigures();
        limited.MapProducts();
        limited.MapStock();
        limited.MapStockFigures();
        limited.MapReceipts();
        limited.MapAdjustments();
        limited.MapOrders();
        limited.MapOrderChanges();
        limited.MapShipments();
        limited.MapTransfers();
        routes.MapSupplyChainHealth();
        routes.MapGet(OpenApiText.Path, (HttpContext http, OpenApiText text) => text.SendAsync(http))
            .ExcludeFromDescription().Needs(Permission.Read).Scoped(Scope.Everything);
        routes.MapReferencePage();
        routes.MapSignIn();
    }

    /// <summary>Maps the health checks alone.</summary>
    public static void MapSupplyChainHealth(this IEndpointRouteBuilder routes) => routes.MapHealth();
}
