using SupplyChain.Webhooks;

namespace SupplyChain.Host.Nodes;

/// <summary>Where webhooks may deliver to: <c>SUPPLYCHAIN_Webhooks__…</c>.</summary>
internal static class WebhookSettings
{
    /// <summary>What the settings say.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">One makes no sense.</exception>
    public static WebhookOptions Configured()
    {
        var options = new WebhookOptions();
        Settings.Bind("Webhooks", options);
        options.Check();
        return options;
    }
}
