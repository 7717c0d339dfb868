using SupplyChain.Planner;

namespace SupplyChain.Webhooks;

/// <summary>A webhook in words.</summary>
internal static class WebhookWords
{
    /// <summary>The address of its page.</summary>
    public static string Path(WebhookId id) => $"/integrations/webhooks/{id}";

    /// <summary>Which events it delivers.</summary>
    public static string Types(WebhookDetails hook) =>
        hook.Types.Count == 0 ? "all" : string.Join(", ", hook.Types);

    /// <summary>The types that a form names, one a line or with commas between.</summary>
    public static Items<string> Types(string written) => written
        .Split([',', '\n', '\r', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Distinct(StringComparer.Ordinal).ToItems();

    /// <summary>What it does now, and what ends that when it delivers nothing.</summary>
    public static string Sentence(WebhookDetails hook, Viewer viewer) => hook switch
    {
        { Status: WebhookStatus.Disabled } =>
            $"{hook.Reason} Events wait in the journal: resume it once the receiver takes them.",
        { Status: WebhookStatus.Paused } => "Nothing is posted. Events wait in the journal until it is resumed.",
        { FailingSince: { } since } =>
            $"No attempt has succeeded since {Words.Clock(since, viewer)}. It is tried again by itself, for three "
            + "days; what is not posted waits.",
        { Waiting: > 0 } =>
            "Events are posted as they happen; what was not taken is tried again by itself, for three days.",
        _ => "Events are posted as they happen.",
    };

    /// <summary>Why its status is what it is, for a narrow column; null when there is nothing to say.</summary>
    public static string? Reason(WebhookDetails hook, Viewer viewer) => hook switch
    {
        { Status: WebhookStatus.Disabled } => hook.Reason,
        { Status: WebhookStatus.Active, FailingSince: { } since } => $"since {Words.Clock(since, viewer)}",
        _ => null,
    };

    /// <summary>What a receiver answered to an attempt.</summary>
    public static string Answer(DeliveryAttempt attempt) =>
        attempt.Trouble ?? $"It answered {attempt.HttpStatus}.";
}
