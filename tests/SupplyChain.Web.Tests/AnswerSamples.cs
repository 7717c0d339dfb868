using Microsoft.AspNetCore.Http;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Views;

namespace SupplyChain;

/// <summary>Every answer of REST, made from what actors and lists say.</summary>
internal static class AnswerSamples
{
    /// <summary>All of them.</summary>
    public static AnswerSample[] All { get; } =
    [
        .. Orders(), .. Shipments(), .. Inventory(), .. Network(), .. Operations(), .. Imports(), .. Views(),
        .. Problems(),
    ];

    private static IEnumerable<AnswerSample> Orders()
    {
        const string subject = "orders";
        return
        [
            .. Read<OrderDetails>(subject, "order"),
            .. AnswerSample.Replies<OrderDetails, OrderReply>(subject, "order", OrderAnswers.Show),
            .. AnswerSample.Both<OrderPreview>(
                subject, "order.preview", seen => DryRun.Show(seen.Order, seen.Consequences)),
            .. Read<QuoteDetails>(subject, "quote"),
            .. Read<Page<OrderSummary>>(subject, "orders"),
            .. Read<OrderCount>(subject, "order-count"),
            .. Read<Page<HistoryEntry>>(subject, "history"),
            .. Read<Page<OrderStoryEntry>>(subject, "story"),
        ];
    }

    private static IEnumerable<AnswerSample> Shipments()
    {
        const string subject = "shipments";
        return
        [
            .. Read<ShipmentDetails>(subject, "shipment"),
            .. AnswerSample.Replies<ShipmentDetails, ShipmentReply>(subject, "shipment", Reply),
            .. Read<Page<ShipmentSummary>>(subject, "shipments"),
            .. Read<ShipmentCounts>(subject, "shipment-count"),
        ];
    }

    private static IEnumerable<AnswerSample> Inventory()
    {
        const string subject = "inventory";
        return
        [
            .. Read<ProductDetails>(subject, "product"),
            .. AnswerSample.Replies<ProductDetails, ProductReply>(subject, "product", Reply),
            .. Read<Page<ProductDetails>>(subject, "products"),
            .. Read<ReceiptDetails>(subject, "receipt"),
            .. AnswerSample.Replies<ReceiptDetails, ReceiptReply>(subject, "receipt", Reply),
            .. Read<AdjustmentDetails>(subject, "adjustment"),
            .. AnswerSample.Replies<AdjustmentDetails, AdjustmentReply>(subject, "adjustment", Reply),
            .. AnswerSample.Both<AdjustmentPreview>(
                subject, "adjustment.preview", seen => DryRun.Show(seen.Adjustment, seen.Consequences)),
            .. Read<ProductStock>(subject, "stock"),
            .. Read<StockLevel>(subject, "stock-item"),
            .. Read<Page<StockLevel>>(subject, "stock-items"),
            .. Read<Page<LedgerEntry>>(subject, "ledger"),
            .. Read<Page<StockSummary>>(subject, "stock-summary"),
            .. Read<Page<StockHolder>>(subject, "holders"),
            .. Read<StockBooks>(subject, "books"),
        ];
    }

    private static IEnumerable<AnswerSample> Network()
    {
        const string subject = "network";
        return
        [
            .. Read<WarehouseDetails>(subject, "warehouse"),
            .. AnswerSample.Replies<WarehouseDetails, WarehouseReply>(subject, "warehouse", Reply),
            .. Read<Page<WarehouseDetails>>(subject, "warehouses"),
            .. AnswerSample.Replies<WarehouseDetails, WarehouseReply>(
                subject, "closing", reply => ClosingAnswer.Show(reply, closing: true)),
            .. AnswerSample.Replies<WarehouseDetails, WarehouseReply>(
                subject, "opening", reply => ClosingAnswer.Show(reply, closing: false)),
            .. AnswerSample.Both<ClosingPreview>(subject, "closing.preview", ClosingAnswer.Foreseen),
            .. Read<Page<WarehouseSummary>>(subject, "warehouse-summary"),
            .. Read<WarehouseLoad>(subject, "load"),
        ];
    }

    private static IEnumerable<AnswerSample> Operations()
    {
        const string subject = "operations";
        return
        [
            .. Read<ExceptionEntry>(subject, "exception"),
            .. AnswerSample.Replies<ExceptionEntry, ExceptionReply>(subject, "exception", Reply),
            new(subject, "exception.fixes", Answers.Plain(Fixable())),
            .. Read<Page<ExceptionEntry>>(subject, "exceptions"),
            .. Read<ExceptionCount>(subject, "exception-count"),
            .. AnswerSample.Both<KpiReply>(subject, "kpis", figures => Answers.Plain(KpiAnswer.Of(figures))),
            .. Read<ClusterStatus>(subject, "status"),
            .. Read<VerifyReport>(subject, "report"),
            .. AnswerSample.Both<VerifyProgress>(
                subject, "verification", progress => Answers.Plain(VerificationAnswer.Of(progress))),
            .. Read<LevelReply>(subject, "level"),
            .. AnswerSample.Both<EventPage>(subject, "events", page => Answers.Plain(
                new EventFeed(page.Events.Select(CloudEvent.Of).ToItems(), page.Next, page.AtEnd))),
        ];
    }

    private static IEnumerable<AnswerSample> Imports()
    {
        const string subject = "imports";
        return
        [
            .. Read<ImportReport>(subject, "import"),
            .. Statuses(),
            .. Read<Page<ImportSummary>>(subject, "imports"),
            .. AnswerSample.Both<ImportProfileList>(subject, "profiles", Answers.Plain),
            .. AnswerSample.Both<ImportProfileSaved>(subject, "profile-saved", Answers.Plain),
        ];
    }

    private static IEnumerable<AnswerSample> Views()
    {
        const string subject = "views";
        return
        [
            .. Read<SavedView>(subject, "view"),
            .. AnswerSample.Replies<SavedView, ViewReply>(subject, "view", Reply),
            .. Read<Page<SavedView>>(subject, "views"),
        ];
    }

    private static AnswerSample[] Problems() => AnswerSample.Both<Problem>("problems", "problem", it => it);

    /// <summary>Reports of imports with each status and each severity, and shipments with each milestone.</summary>
    private static IEnumerable<AnswerSample> Statuses() =>
    [
        .. Enum.GetValues<ImportStatus>().Select(status => new AnswerSample(
            "imports", $"import.{status}", Answers.Plain(Instance.Minimal<ImportReport>() with { Status = status }))),
        .. Enum.GetValues<ImportSeverity>().Select(severity => new AnswerSample(
            "imports", $"import.{severity}", Answers.Plain(Instance.Minimal<ImportReport>() with
            {
                Errors = [Instance.Minimal<ImportFinding>() with { Severity = severity }],
            }))),
        .. Enum.GetValues<MilestoneKind>().Select(kind => new AnswerSample(
            "shipments", $"shipment.{kind}", Answers.Plain(Instance.Minimal<ShipmentDetails>() with
            {
                Milestones = [Instance.Minimal<Milestone>() with { Kind = kind }],
            }))),
    ];

    /// <summary>An exception about which several things can be done.</summary>
    private static ExceptionEntry Fixable() => Instance.Full<ExceptionEntry>() with
    {
        Kind = ExceptionKind.ReservationDropped,
        Status = ExceptionStatus.Open,
        Lines = [7],
        Skus = ["S-1"],
        Priority = 3,
    };

    private static AnswerSample[] Read<T>(string subject, string name) where T : class =>
        AnswerSample.Both<T>(subject, name, Answers.Plain);

    private static IResult Reply(ShipmentReply reply) => Answers.Reply(reply, shipment => shipment.Version);

    private static IResult Reply(ProductReply reply) => Answers.Reply(reply, product => product.Version);

    private static IResult Reply(ReceiptReply reply) => Answers.Reply(reply, receipt => receipt.Version);

    private static IResult Reply(AdjustmentReply reply) => Answers.Reply(reply, adjustment => adjustment.Version);

    private static IResult Reply(WarehouseReply reply) => Answers.Reply(reply, warehouse => warehouse.Version);

    private static IResult Reply(ExceptionReply reply) => Answers.Reply(reply, exception => exception.Version);

    private static IResult Reply(ViewReply reply) => Answers.Reply(reply, view => view.Version);
}
