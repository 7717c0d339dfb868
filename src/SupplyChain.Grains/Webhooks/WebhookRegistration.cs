using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupplyChain.Webhooks;

/// <summary>Registers what webhooks need.</summary>
internal static class WebhookRegistration
{
    /// <summary>Adds it to a silo.</summary>
    public static void AddSupplyChainWebhooks(this IServiceCollection services)
    {
        services.TryAddSingleton<WebhookOptions>();
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookServices>();
        services.AddHostedService<WebhookKeeper>();
    }
}
