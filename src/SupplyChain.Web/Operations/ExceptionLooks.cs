using SupplyChain.Planner;

namespace SupplyChain.Operations;

/// <summary>How kinds of exceptions are shown.</summary>
internal static class ExceptionLooks
{
    /// <summary>Every kind, in the order of its number.</summary>
    public static readonly ExceptionKind[] All = Enum.GetValues<ExceptionKind>();

    /// <summary>How a kind is shown.</summary>
    public static Look Of(ExceptionKind kind) => kind switch
    {
        ExceptionKind.Short => new("Short", "ex-short", "bad"),
        ExceptionKind.Late => new("Late", "pr-late", "bad"),
        ExceptionKind.AtRisk => new("At risk", "pr-atrisk", "warn"),
        ExceptionKind.WarehouseClosed => new("Picked in a closed warehouse", "ex-closed", "bad"),
        ExceptionKind.PinnedUnavailable => new("Pinned to a closed warehouse", "ex-pin", "warn"),
        ExceptionKind.ReservationDropped => new("Reservation lost", "ex-dropped", "warn"),
        ExceptionKind.ImportRowRefused => new("Import refused rows", "ex-import", "idle"),
        ExceptionKind.WebhookFailing => new("Webhook not taken", "ex-import", "warn"),
        _ => new(kind.ToString(), "pr-exception", "idle"),
    };
}
