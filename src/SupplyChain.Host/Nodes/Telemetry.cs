using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SupplyChain.Access;
using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Tenants;
using SupplyChain.Webhooks;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// What monitoring systems are told: metrics at <c>/metrics</c> for those that ask, and metrics and traces over OTLP
/// for those that are named by <c>Telemetry:Otlp</c> or OpenTelemetry's own variables.
/// </summary>
internal static class Telemetry
{
    private const string Path = "/metrics";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Meters =
    [
        JournalMetrics.MeterName, ActorMetrics.MeterName, OperationsMetrics.MeterName, LivePages.MeterName,
        AccessMetrics.MeterName, WebhookMetrics.MeterName, QuotaMetrics.MeterName,
        "Microsoft.Orleans", "Npgsql",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
    ];

    private static readonly string[] Sources = [SupplyChainClient.TelemetryName, "Microsoft.Orleans.*"];

    /// <summary>Whether traces are wanted, which then go along with every call between nodes.</summary>
    public static bool HasTraces(this IConfiguration configuration) => configuration[Endpoint] is not null;

    /// <summary>Adds what is configured.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, NodeOptions options, string node)
    {
        var settings = new TelemetryOptions();
        Settings.Bind("Telemetry", settings);
        settings.Check();
        Admit(builder.Configuration, settings);
        if (!settings.Metrics && !builder.Configuration.HasTraces())
            return;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(
            "supplychain", options.Cluster?.ServiceId ?? options.ClusterId, Announcement.Version,
            autoGenerateServiceInstanceId: false, node));
        var sent = builder.Configuration.HasTraces();
        if (settings.Metrics)
            telemetry.WithMetrics(metrics => AddMetrics(metrics, options.Cluster is not { HasActors: false }, sent));
        if (sent)
        {
            telemetry.WithTracing(traces => traces
                .AddSource(Sources).AddAspNetCoreInstrumentation().AddNpgsql().AddOtlpExporter());
        }
    }

    /// <summary>Answers those that ask, when there are metrics.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        if (app.Services.GetService<IServiceProviderIsService>()!.IsService(typeof(MeterProvider)))
            app.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(nameof(Permission.Operate));
    }

    private static void AddMetrics(MeterProviderBuilder metrics, bool hasActors, bool sent)
    {
        metrics.AddMeter(Meters).AddPrometheusExporter();
        if (sent)
            metrics.AddOtlpExporter();
        if (hasActors)
            metrics.AddInstrumentation(services => services.GetRequiredService<OperationsMetrics>());
    }

    /// <summary>OpenTelemetry's variables are known everywhere, so they count here too.</summary>
    private static void Admit(ConfigurationManager configuration, TelemetryOptions settings)
    {
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var (name, value) = ((string)variable.Key, (string?)variable.Value);
            if (name.StartsWith("OTEL_", StringComparison.Ordinal))
                configuration[name] = value;
        }
        if (settings.Otlp is not null)
            configuration[Endpoint] = settings.Otlp;
    }
}
