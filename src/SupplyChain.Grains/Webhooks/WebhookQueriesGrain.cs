using Orleans.Concurrency;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain.Webhooks;

/// <summary>The webhooks of a tenant: their streams are listed, and each is asked.</summary>
[GrainType("webhook-queries"), StatelessWorker, Reentrant]
public sealed class WebhookQueriesGrain(IJournal journal) : Grain, IWebhookQueriesGrain
{
    /// <inheritdoc/>
    public async Task<Items<WebhookDetails>> List()
    {
        TenantId tenant = this.GetPrimaryKeyString();
        var all = await Queries.Run(() => WebhookStreams.ListAsync(journal, tenant));
        var details = await Task.WhenAll(all.Select(id =>
            GrainFactory.GetGrain<IWebhookGrain>(GrainKey.Of(tenant, id)).Find()));
        return details.OfType<WebhookDetails>().ToItems();
    }
}

/// <summary>Finds webhooks in the journal.</summary>
internal static class WebhookStreams
{
    private const int PageSize = 1_000;

    /// <summary>The ids of a tenant's webhooks, deleted ones included, in order.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(
        IJournal journal, TenantId tenant, CancellationToken cancellationToken = default)
    {
        List<string> ids = [];
        while (true)
        {
            var page = await journal.ListStreamsAsync(
                tenant, Webhook.Kind, after: ids.Count > 0 ? ids[^1] : "", limit: PageSize,
                cancellationToken: cancellationToken);
            ids.AddRange(page.Select(stream => stream.Id));
            if (page.Count < PageSize)
                return ids;
        }
    }
}
