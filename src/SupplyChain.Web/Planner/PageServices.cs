using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using MudBlazor.Services;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Orders.Bulk;
using SupplyChain.Planner.Map;
using SupplyChain.Planner.Search;
using SupplyChain.Planner.Tower;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Planner;

/// <summary>Registers and maps the planner's pages.</summary>
public static class PageServices
{
    /// <summary>A page that comes alive sends back what it showed.</summary>
    private const int MaxMessageBytes = 512 * 1024;

    /// <summary>Adds what <see cref="MapSupplyChainPages"/> needs.</summary>
    public static IServiceCollection AddSupplyChainPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddOptions<CircuitOptions>().Configure<WebOptions>(Bound);
        services.AddSingleton<LivePages>();
        services.AddScoped<CircuitHandler, CircuitBound>();
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = MaxMessageBytes);
        services.AddSingleton(typeof(PersistentComponentStateSerializer<>), typeof(PackedState<>));
        services.AddMudServices();
        services.AddDataProtection().AddKeyManagementOptions(keys =>
            (keys.XmlRepository, keys.XmlEncryptor) = (new PassingKeys(), new NullXmlEncryptor()));
        services.AddResponseCompression(compression =>
        {
            // Pages alone: files are compressed when they are built. A page holds no secret its size could tell.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddScoped<VisitorToken>();
        TenantPages.AddTo(services);
        services.AddSingleton<Positions>();
        services.AddSingleton<RateHistory>();
        services.AddHostedService<RateWatch>();
        services.AddScoped<Viewer>();
        services.AddScoped<PlannerName>();
        services.AddScoped<WrittenForms>();
        services.AddScoped<OrderDesk>();
        return services;
    }

    /// <summary>Maps the pages and what they load.</summary>
    public static void MapSupplyChainPages(this WebApplication app)
    {
        app.UseAntiforgery();
        app.UseResponseCompression();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null)
            .Needs(Permission.Read);
    }

    private static void Bound(CircuitOptions circuits, WebOptions web) =>
        (circuits.DisconnectedCircuitMaxRetained, circuits.DisconnectedCircuitRetentionPeriod) =
            (web.MostKeptCircuits, web.CircuitsKeptFor);
}
