using Microsoft.AspNetCore.Http;
using SupplyChain.Access;
using SupplyChain.Events;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tenants;
using SupplyChain.Transfers;
using SupplyChain.Views;
using SupplyChain.Webhooks;

namespace SupplyChain;

/// <summary>Every answer of REST, made from what actors and lists say.</summary>
internal static class AnswerSamples
{
    /// <summary>All of them.</summary>
    public static AnswerSample[] All { get; } =
    [
        .. Orders(), .. Shipments(), .. Transfers(), .. Inventory(), .. Network(), .. Operations(), .. Imports(),
        .. Views(), .. Keys(), .. Webhooks(), .. Tenants(),
        .. AnswerSample.Both<Problem>("problems", "problem", problem => problem),
    ];

    private static IEnumerable<AnswerSample> Orders()
    {
        const string subject = "orders";
        return
        [
            .. Read<OrderDetails, OrderAnswer>(subject, "order", OrderAnswer.Of),
            .. AnswerSample.Replies<OrderDetails, OrderReply>(
                subject, "order", reply => Answers.Reply(reply, OrderAnswer.Of)),
            .. AnswerSample.Both<OrderPreview>(
                subject, "order.preview", seen => Answers.Preview(OrderAnswer.Of(seen.Order), seen.Consequences)),
            .. Read<QuoteDetails, QuoteAnswer>(subject, "quote", QuoteAnswer.Of),
            .. Page<OrderSummary, OrderSummaryAnswer>(subject, "orders", OrderSummaryAnswer.Of),
            .. Read<OrderCount, OrderCountAnswer>(subject, "order-count", OrderCountAnswer.Of),
            .. Page<HistoryEntry, HistoryEntryAnswer>(subject, "history", HistoryEntryAnswer.Of),
            .. Page<OrderStoryEntry, OrderStoryEntryAnswer>(subject, "story", OrderStoryEntryAnswer.Of),
        ];
    }

    private static IEnumerable<AnswerSample> Shipments()
    {
        const string subject = "shipments";
        return
        [
            .. Read<ShipmentDetails, ShipmentAnswer>(subject, "shipment", ShipmentAnswer.Of),
            .. AnswerSample.Replies<ShipmentDetails, ShipmentReply>(
                subject, "shipment", reply => Answers.Reply(reply, ShipmentAnswer.Of)),
            .. Page<ShipmentSummary, ShipmentSummaryAnswer>(subject, "shipments", ShipmentSummaryAnswer.Of),
            .. Read<ShipmentCounts, ShipmentCountsAnswer>(subject, "shipment-count", ShipmentCountsAnswer.Of),
            .. Enum.GetValues<MilestoneKind>().Select(kind => new AnswerSample(
                subject, $"shipment.{kind}", Answers.Plain(ShipmentAnswer.Of(Reported(kind))))),
        ];
    }

    private static IEnumerable<AnswerSample> Transfers()
    {
        const string subject = "transfers";
        return
        [
            .. Read<TransferDetails, TransferAnswer>(subject, "transfer", TransferAnswer.Of),
            .. AnswerSample.Replies<TransferDetails, TransferReply>(
                subject, "transfer", reply => Answers.Reply(reply, TransferAnswer.Of)),
            .. Page<TransferSummary, TransferSummaryAnswer>(subject, "transfers", TransferSummaryAnswer.Of),
        ];
    }

    private static IEnumerable<AnswerSample> Inventory()
    {
        const string subject = "inventory";
        return
        [
            .. Read<ProductDetails, ProductAnswer>(subject, "product", ProductAnswer.Of),
            .. AnswerSample.Replies<ProductDetails, ProductReply>(
                subject, "product", reply => Answers.Reply(reply, ProductAnswer.Of)),
            .. Page<ProductDetails, ProductAnswer>(subject, "products", ProductAnswer.Of),
            .. Read<ReceiptDetails, ReceiptAnswer>(subject, "receipt", ReceiptAnswer.Of),
            .. AnswerSample.Replies<ReceiptDetails, ReceiptReply>(
                subject, "receipt", reply => Answers.Reply(reply, ReceiptAnswer.Of)),
            .. Read<AdjustmentDetails, AdjustmentAnswer>(subject, "adjustment", AdjustmentAnswer.Of),
            .. AnswerSample.Replies<AdjustmentDetails, AdjustmentReply>(
                subject, "adjustment", reply => Answers.Reply(reply, AdjustmentAnswer.Of)),
            .. AnswerSample.Both<AdjustmentPreview>(
                subject, "adjustment.preview",
                seen => Answers.Preview(AdjustmentAnswer.Of(seen.Adjustment), seen.Consequences)),
            .. Read<ProductStock, ProductStockAnswer>(subject, "stock", ProductStockAnswer.Of),
            .. Read<StockLevel, StockItemAnswer>(subject, "stock-item", StockItemAnswer.Of),
            .. Page<StockLevel, StockItemAnswer>(subject, "stock-items", StockItemAnswer.Of),
            .. Page<LedgerEntry, LedgerEntryAnswer>(subject, "ledger", LedgerEntryAnswer.Of),
            .. Page<StockSummary, StockSummaryAnswer>(subject, "stock-summary", StockSummaryAnswer.Of),
            .. Page<StockHolder, StockHolderAnswer>(subject, "holders", StockHolderAnswer.Of),
            .. Read<StockBooks, StockBooksAnswer>(subject, "books", StockBooksAnswer.Of),
        ];
    }

    private static IEnumerable<AnswerSample> Network()
    {
        const string subject = "network";
        return
        [
            .. Read<WarehouseDetails, WarehouseAnswer>(subject, "warehouse", WarehouseAnswer.Of),
            .. AnswerSample.Replies<WarehouseDetails, WarehouseReply>(
                subject, "warehouse", reply => Answers.Reply(reply, WarehouseAnswer.Of)),
            .. Page<WarehouseDetails, WarehouseAnswer>(subject, "warehouses", WarehouseAnswer.Of),
            .. AnswerSample.Replies<WarehouseDetails, WarehouseReply>(
                subject, "closing", reply => ClosingAnswer.Show(reply, closing: true)),
            .. AnswerSample.Replies<WarehouseDetails, WarehouseReply>(
                subject, "opening", reply => ClosingAnswer.Show(reply, closing: false)),
            .. AnswerSample.Both<ClosingPreview>(subject, "closing.preview", ClosingAnswer.Foreseen),
            .. Page<WarehouseSummary, WarehouseSummaryAnswer>(
                subject, "warehouse-summary", WarehouseSummaryAnswer.Of),
            .. Read<WarehouseLoad, WarehouseLoadAnswer>(subject, "load", WarehouseLoadAnswer.Of),
        ];
    }

    private static IEnumerable<AnswerSample> Operations()
    {
        const string subject = "operations";
        return
        [
            .. Read<ExceptionEntry, ExceptionAnswer>(subject, "exception", ExceptionAnswer.Of),
            .. AnswerSample.Replies<ExceptionEntry, ExceptionReply>(
                subject, "exception", reply => Answers.Reply(reply, ExceptionAnswer.Of)),
            new(subject, "exception.fixes", Answers.Plain(ExceptionAnswer.Of(Fixable()))),
            .. Page<ExceptionEntry, ExceptionAnswer>(subject, "exceptions", ExceptionAnswer.Of),
            .. Read<ExceptionCount, ExceptionCountAnswer>(subject, "exception-count", ExceptionCountAnswer.Of),
            .. Read<KpiReply, KpiAnswer>(subject, "kpis", KpiAnswer.Of),
            .. Read<ClusterStatus, ClusterStatusAnswer>(subject, "status", ClusterStatusAnswer.Of),
            .. Read<VerifyReport, VerifyReportAnswer>(subject, "report", VerifyReportAnswer.Of),
            .. Read<VerifyProgress, VerificationAnswer>(subject, "verification", VerificationAnswer.Of),
            .. Read<LevelReply, FeatureLevelAnswer>(subject, "level", FeatureLevelAnswer.Of),
            .. Read<EventPage, EventFeedAnswer>(subject, "events", EventFeedAnswer.Of),
            new(subject, "event-types", Answers.Plain(new PageAnswer<EventTypeAnswer>(
                [EventTypeAnswer.Of("supplychain.order.allocated.v1")], null))),
            .. Read<Consumer, ConsumerAnswer>(subject, "consumer", ConsumerAnswer.Of),
            .. AnswerSample.Replies<Consumer, ConsumerReply>(
                subject, "consumer", reply => Answers.Reply(reply, ConsumerAnswer.Of)),
            .. Page<Consumer, ConsumerAnswer>(subject, "consumers", ConsumerAnswer.Of),
            .. Page<AuditEntry, AuditEntryAnswer>(subject, "audit", AuditEntryAnswer.Of),
            .. Page<ArrivalAttempt, ArrivalAnswer>(subject, "arrivals", ArrivalAnswer.Of),
            .. Read<CustomerDetails, CustomerAnswer>(
                subject, "customer", customer => CustomerAnswer.Of(customer, replayed: true)),
        ];
    }

    private static IEnumerable<AnswerSample> Imports()
    {
        const string subject = "imports";
        return
        [
            .. Read<ImportReport, ImportReportAnswer>(subject, "import", ImportReportAnswer.Of),
            .. Enum.GetValues<ImportStatus>().Select(status => new AnswerSample(
                subject, $"import.{status}", Answers.Plain(ImportReportAnswer.Of(Reported(status))))),
            .. Enum.GetValues<ImportSeverity>().Select(severity => new AnswerSample(
                subject, $"import.{severity}", Answers.Plain(ImportReportAnswer.Of(Found(severity))))),
            .. Page<ImportSummary, ImportSummaryAnswer>(subject, "imports", ImportSummaryAnswer.Of),
            .. AnswerSample.Both<Profiles>(
                subject, "profiles", profiles => Answers.Plain(ImportProfilesAnswer.Of(profiles.Items))),
            .. AnswerSample.Both<ImportProfileSavedAnswer>(subject, "profile-saved", Answers.Plain),
        ];
    }

    private static IEnumerable<AnswerSample> Views()
    {
        const string subject = "views";
        return
        [
            .. Read<SavedView, ViewAnswer>(subject, "view", ViewAnswer.Of),
            .. AnswerSample.Replies<SavedView, ViewReply>(
                subject, "view", reply => Answers.Reply(reply, ViewAnswer.Of)),
            .. Page<SavedView, ViewAnswer>(subject, "views", ViewAnswer.Of),
        ];
    }

    private static IEnumerable<AnswerSample> Keys()
    {
        const string subject = "keys";
        return
        [
            .. Page<KeyDetails, KeyAnswer>(subject, "keys", KeyAnswer.Of),
            .. Read<KeyDetails, KeyAnswer>(subject, "key", KeyAnswer.Of),
            .. Read<CreatedKey, CreatedKeyAnswer>(subject, "created", key => CreatedKeyAnswer.Of(key, "T-1")),
        ];
    }

    private static IEnumerable<AnswerSample> Tenants()
    {
        const string subject = "tenants";
        return
        [
            .. Read<TenantDetails, TenantAnswer>(subject, "tenant", TenantAnswer.Of),
            .. AnswerSample.Replies<TenantDetails, TenantReply>(
                subject, "tenant", reply => Answers.Reply(reply, TenantAnswer.Of)),
            .. Page<TenantDetails, TenantAnswer>(subject, "tenants", TenantAnswer.Of),
            .. Read<TenantUsage, TenantUsageAnswer>(subject, "usage", TenantUsageAnswer.Of),
        ];
    }

    private static IEnumerable<AnswerSample> Webhooks()
    {
        const string subject = "webhooks";
        return
        [
            .. Read<WebhookDetails, WebhookAnswer>(subject, "webhook", WebhookAnswer.Of),
            .. AnswerSample.Replies<WebhookDetails, WebhookReply>(
                subject, "webhook", reply => Answers.Reply(reply, WebhookAnswer.Of)),
            .. Page<WebhookDetails, WebhookAnswer>(subject, "webhooks", WebhookAnswer.Of),
            .. Read<DeliveryAttempt, DeliveryAttemptAnswer>(subject, "attempt", DeliveryAttemptAnswer.Of),
            .. Page<DeliveryAttempt, DeliveryAttemptAnswer>(subject, "attempts", DeliveryAttemptAnswer.Of),
        ];
    }

    private static ShipmentDetails Reported(MilestoneKind kind) => Instance.Minimal<ShipmentDetails>() with
    {
        Milestones = [Instance.Minimal<Milestone>() with { Kind = kind }],
    };

    private static ImportReport Reported(ImportStatus status) =>
        Instance.Minimal<ImportReport>() with { Status = status };

    private static ImportReport Found(ImportSeverity severity) => Instance.Minimal<ImportReport>() with
    {
        Errors = [Instance.Minimal<ImportFinding>() with { Severity = severity }],
    };

    /// <summary>An exception about which several things can be done.</summary>
    private static ExceptionEntry Fixable() => Instance.Full<ExceptionEntry>() with
    {
        Kind = ExceptionKind.ReservationDropped,
        Status = ExceptionStatus.Open,
        Lines = [7],
        Skus = ["S-1"],
        Priority = 3,
    };

    private static AnswerSample[] Read<T, TAnswer>(string subject, string name, Func<T, TAnswer> show)
        where T : class
        where TAnswer : class => AnswerSample.Both<T>(subject, name, value => Answers.Plain(show(value)));

    private static AnswerSample[] Page<T, TAnswer>(string subject, string name, Func<T, TAnswer> row) =>
        AnswerSample.Both<Page<T>>(subject, name, page => Answers.Page(page, row));

    private sealed record Profiles(Items<ImportProfileSummary> Items);
}
