using SupplyChain.Transfers;

namespace SupplyChain.Operations;

/// <summary>What a planner can do about an exception.</summary>
internal static class ExceptionSuggestion
{
    private static readonly string TransferEntity = $"{Transfer.Kind}/";

    /// <summary>For people.</summary>
    public static string Suggestion(this ExceptionKind kind, string entity) =>
        entity.StartsWith(TransferEntity, StringComparison.Ordinal) ? OfTransfer(kind) : Of(kind);

    private static string OfTransfer(ExceptionKind kind) => kind switch
    {
        ExceptionKind.Short =>
            "Ask the carrier and both warehouses for the rest. What turns up is received on the transfer; what does "
            + "not is in no stock any more.",
        ExceptionKind.Late => "Release what is reserved, or ask the carrier where the goods are.",
        ExceptionKind.WarehouseClosed => "Open the destination, or cancel what has not left.",
        ExceptionKind.PinnedUnavailable => "Open the source, or cancel the transfer and request it from elsewhere.",
        _ => Of(kind),
    };

    private static string Of(ExceptionKind kind) => kind switch
    {
        ExceptionKind.Short => "Ship what is there, or cancel the shipment and release it again with the rest.",
        ExceptionKind.Late => "Tell the customer a new date, or ask the carrier where the goods are.",
        ExceptionKind.AtRisk => "Dispatch earlier, use a faster mode, or agree a later date.",
        ExceptionKind.WarehouseClosed =>
            "Let the picked shipment leave, or cancel it so that its goods are sourced again.",
        ExceptionKind.PinnedUnavailable => "Open the warehouse, or cancel the line and order it from another one.",
        ExceptionKind.ReservationDropped =>
            "Serve it before others, receive more stock, or cancel what cannot be served.",
        ExceptionKind.ImportRowRefused => "Correct the rows named in the report and import the file again.",
        ExceptionKind.WebhookFailing =>
            "Ask who runs the receiver what was wrong; then resume the webhook, or replay what was given up.",
        _ => throw new System.Diagnostics.UnreachableException($"{kind}"),
    };
}
