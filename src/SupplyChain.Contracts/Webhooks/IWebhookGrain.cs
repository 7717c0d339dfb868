using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Webhooks;

/// <summary>A webhook: <c>tenant/id</c>.</summary>
[GrainInterfaceType("webhook"), Alias("webhook"), Needs(Permission.Integrate), Scoped(Scope.Closed)]
public interface IWebhookGrain : IGrainWithStringKey
{
    /// <summary>Sets it up, or changes it.</summary>
    [Alias("put"), Adds] Task<WebhookReply> Put(PutWebhook command);

    /// <summary>What it is; null when there is none.</summary>
    [Alias("find")] Task<WebhookDetails?> Find();

    /// <summary>Deletes it; what was not delivered never is.</summary>
    [Alias("delete")] Task<WebhookReply> Delete();

    /// <summary>Stops it; nothing is lost.</summary>
    [Alias("pause")] Task<WebhookReply> Pause();

    /// <summary>Has it go on where it stopped.</summary>
    [Alias("resume")] Task<WebhookReply> Resume();

    /// <summary>Makes another secret; the former one is used beside it for a day.</summary>
    [Alias("rotate")] Task<WebhookReply> Rotate();

    /// <summary>Posts an event of type <c>supplychain.webhook.test.v1</c> once, and says what came of it.</summary>
    [Alias("test")] Task<DeliveryAttempt?> Test();

    /// <summary>Delivers again.</summary>
    [Alias("replay")] Task<WebhookReply> Replay(ReplayWebhook command);

    /// <summary>The newest attempts, the newest first; null when there is no such webhook.</summary>
    [Alias("deliveries")] Task<Items<DeliveryAttempt>?> Deliveries(ListDeliveries query);
}

/// <summary>The webhooks of a tenant: <c>tenant</c>.</summary>
[GrainInterfaceType("webhook-queries"), Alias("webhook-queries"), Needs(Permission.Integrate), Scoped(Scope.Closed)]
public interface IWebhookQueriesGrain : IGrainWithStringKey
{
    /// <summary>All of them, by id.</summary>
    [Alias("list")] Task<Items<WebhookDetails>> List();
}
