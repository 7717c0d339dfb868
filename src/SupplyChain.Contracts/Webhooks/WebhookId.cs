using System.Text.Json.Serialization;

namespace SupplyChain.Webhooks;

/// <summary>A webhook's id, chosen by who sets it up.</summary>
[GenerateSerializer, Immutable, Alias("webhook-id")]
[JsonConverter(typeof(IdentifierJsonConverter<WebhookId>))]
public readonly record struct WebhookId([property: Id(0)] string Value)
    : IIdentifier<WebhookId>, IComparable<WebhookId>
{
    /// <inheritdoc/>
    public static WebhookId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator WebhookId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(WebhookId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
