using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>
/// An event as the JSON of CloudEvents 1.0: the feed, its stream and webhooks all deliver these very bytes.
/// </summary>
internal static class CloudEventJson
{
    /// <summary>The media type of one event.</summary>
    public const string MediaType = "application/cloudevents+json";

    private const string SpecVersion = "1.0";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event as UTF-8, on one line.</summary>
    public static byte[] Write(PublishedEvent published)
    {
        var bytes = new ArrayBufferWriter<byte>(512 + published.Data.Length);
        using (var writer = new Utf8JsonWriter(bytes, Writing))
        {
            Write(writer, published);
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes the event where a value is expected, such as in a list.</summary>
    public static void Write(Utf8JsonWriter writer, PublishedEvent published)
    {
        writer.WriteStartObject();
        writer.WriteString("specversion", SpecVersion);
        writer.WriteString("id", published.Id);
        writer.WriteString("source", published.Source);
        writer.WriteString("type", published.Type);
        writer.WriteString("subject", published.Subject);
        writer.WriteString("time", published.Time);
        writer.WriteNumber("sequence", published.Sequence);
        writer.WritePropertyName("data");
        writer.WriteRawValue(published.Data);
        writer.WriteEndObject();
    }
}
