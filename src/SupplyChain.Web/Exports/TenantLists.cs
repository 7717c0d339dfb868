using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using SupplyChain.Events;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;
using SupplyChain.Views;

namespace SupplyChain.Exports;

/// <summary>The files of an export, and what is in them: documents as REST answers them.</summary>
internal static class TenantLists
{
    private const int PageSize = 1_000;

    /// <summary>Each file with what reads its documents.</summary>
    /// <param name="first">The first page of events.</param>
    public static IEnumerable<(
        string Name, Func<SupplyChainClient, CancellationToken, IAsyncEnumerable<object>> Read)> Of(ExportPage first) =>
    [
        ("events.ndjson", (chain, stop) => EventsAsync(chain, first, stop)),
        List("warehouses", (chain, page, stop) => chain.Warehouses.ListPageAsync(page, stop), WarehouseAnswer.Of),
        List(
            "products", (chain, page, stop) => chain.Inventory.ListProductsPageAsync(page, stop), ProductAnswer.Of),
        List(
            "stock", (chain, page, stop) => chain.Inventory.ListStockPageAsync(new(), page, stop),
            StockItemAnswer.Of),
        List(
            "orders", (chain, page, stop) => chain.Orders.ListPageAsync(new(), page, stop), OrderSummaryAnswer.Of),
        List(
            "shipments", (chain, page, stop) => chain.Shipments.ListPageAsync(new(), page, stop),
            ShipmentSummaryAnswer.Of),
        List(
            "transfers", (chain, page, stop) => chain.Transfers.ListPageAsync(new(), page, stop),
            TransferSummaryAnswer.Of),
        List(
            "exceptions", (chain, page, stop) => chain.Exceptions.ListPageAsync(new(null, null, page), stop),
            ExceptionAnswer.Of),
        List(
            "imports", (chain, page, stop) => chain.Imports.ListPageAsync(new(), page, stop), ImportSummaryAnswer.Of),
        ("consumers.ndjson", ConsumersAsync),
        ("views.ndjson", ViewsAsync),
    ];

    private static (string, Func<SupplyChainClient, CancellationToken, IAsyncEnumerable<object>>) List<T>(
        string name, Func<SupplyChainClient, PageQuery, CancellationToken, Task<Page<T>>> read, Func<T, object> answer)
    {
        return ($"{name}.ndjson", ReadAsync);

        async IAsyncEnumerable<object> ReadAsync(
            SupplyChainClient chain, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var page = new PageQuery(Limit: PageSize); ;)
            {
                var now = await read(chain, page, cancellationToken);
                foreach (var item in now.Items)
                    yield return answer(item);
                if (now.Next is null)
                    yield break;
                page = page with { After = now.Next };
            }
        }
    }

    private static async IAsyncEnumerable<object> EventsAsync(
        SupplyChainClient chain, ExportPage first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = first; ;)
        {
            foreach (var one in page.Events)
                yield return ExportedEventAnswer.Of(one);
            if (page.Next is null)
                yield break;
            page = (await chain.Operations.ExportPageAsync(new(page.Next, page.Until), cancellationToken))!;
        }
    }

    private static async IAsyncEnumerable<object> ConsumersAsync(
        SupplyChainClient chain, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var consumer in await chain.Events.Consumers.ListAsync(cancellationToken))
            yield return ConsumerAnswer.Of(consumer);
    }

    private static async IAsyncEnumerable<object> ViewsAsync(
        SupplyChainClient chain, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var list in Enum.GetValues<PlannerList>())
        {
            foreach (var view in await chain.Views.ListAllAsync(list, cancellationToken))
                yield return new ExportedViewAnswer(list, ViewAnswer.Of(view));
        }
    }
}

/// <summary>An event of an export.</summary>
internal sealed record ExportedEventAnswer(
    string Event,
    string Type,
    string Subject,
    long Sequence,
    DateTimeOffset? OccurredAt,
    DateTimeOffset RecordedAt,
    string Actor,
    string Correlation,
    [property: JsonConverter(typeof(RawJsonConverter))] string Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PersonalFields? Personal)
{
    internal static ExportedEventAnswer Of(ExportedEvent exported) => new(
        exported.Entry.Event, exported.Entry.Type, exported.Entry.Subject, exported.Entry.Sequence,
        exported.OccurredAt, exported.Entry.RecordedAt, exported.Entry.Actor, exported.Entry.Correlation,
        exported.Data, exported.Personal);
}

/// <summary>A saved view of an export.</summary>
internal sealed record ExportedViewAnswer(PlannerList List, ViewAnswer View);
