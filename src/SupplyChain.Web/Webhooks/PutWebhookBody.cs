using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Webhooks;

/// <summary>Sets a webhook up, or changes where it delivers and what.</summary>
[SchemaName("PutWebhook")]
public sealed record PutWebhookBody
{
    /// <summary>Where events are posted to: an <c>https</c> address without user and fragment.</summary>
    [MaxLength(PutWebhook.MaxUrl)]
    public required string Url { get; init; }

    /// <summary>
    /// Only events of these types, or of those that begin with what stands before a <c>*</c> at the end; none for all.
    /// </summary>
    [MaxLength(PutWebhook.MaxTypes), Elements(1, Limits.MaxText)]
    public Items<string> Types { get; init; }

    /// <summary>Whether it delivers; false pauses it.</summary>
    [DefaultValue(true)]
    public bool Enabled { get; init; } = true;

    internal static PutWebhook Read(BodyReader body) => new(
        body.Text("url", required: true) ?? "", body.Texts("types") ?? [], body.Flag("enabled", ifAbsent: true));
}

/// <summary>Delivers again: everything after a position, or one delivery.</summary>
[SchemaName("ReplayWebhook")]
public sealed record ReplayWebhookBody
{
    /// <summary>A position of the feed: everything after it is delivered again.</summary>
    [MaxLength(Limits.MaxText)]
    public string? After { get; init; }

    /// <summary>The id of one of the newest deliveries, or of an event: that event alone is delivered again.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Delivery { get; init; }

    internal static ReplayWebhook Read(BodyReader body) =>
        new(body.Text("after", required: false), body.Text("delivery", required: false));
}
