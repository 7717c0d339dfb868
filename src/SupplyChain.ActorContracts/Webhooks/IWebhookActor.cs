using Orleans.Concurrency;

namespace SupplyChain.Webhooks;

/// <summary>A webhook, as the nodes see it: <c>tenant/id</c>.</summary>
[GrainInterfaceType("webhook-actor"), Alias("webhook-actor")]
public interface IWebhookActor : IGrainWithStringKey
{
    /// <summary>Has it deliver, wherever it was before; it goes on by itself then.</summary>
    [Alias("wake"), OneWay] Task Wake();
}
