using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplyChain;

/// <summary>
/// Writes the canonical form of a document, which its digest is made of. Each member is written by name where the
/// document is decided, so that a member that is renamed or added elsewhere does not make last month's order another
/// one. Equal values are written alike: instants in UTC, amounts without trailing zeros, lines in order, what is not
/// given not at all. A new member is written only when it is given: then bodies that do not have it keep their digest.
/// </summary>
internal static class CanonicalJson
{
    // Dividing by one with all its places drops the zeros a decimal remembers.
    private const decimal OneInFull = 1.0000000000000000000000000000m;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Each order is written: its bytes go through a buffer that stays.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    /// <summary>The bytes of a document with these members, which write no other document.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var bytes = _bytes ??= new();
        var json = _json ??= new(bytes, Plain);
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes lines in the order given.</summary>
    public static void WriteLines<T>(this Utf8JsonWriter json, IEnumerable<T> lines, Action<T> members)
    {
        json.WriteStartArray("lines");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            members(line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes when it happened: the instant if one was given, and whether it is unknown.</summary>
    public static void WriteOccurredAt(this Utf8JsonWriter json, OccurredAt at)
    {
        json.WriteStartObject("occurredAt");
        if (at.Instant is { } instant)
        {
            json.WriteString("instant", instant.ToUniversalTime());
        }
        json.WriteBoolean("isUnknown", at.IsUnknown);
        json.WriteEndObject();
    }

    /// <summary>Writes a text if one is given.</summary>
    public static void WriteGiven(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes a number if one is given.</summary>
    public static void WriteGiven(this Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    /// <summary>Writes a count if one is given.</summary>
    public static void WriteGiven(this Utf8JsonWriter json, string name, int? count)
    {
        if (count is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    /// <summary>Writes a date if one is given.</summary>
    public static void WriteGiven(this Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } day)
        {
            json.WriteString(name, day.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes an amount of money if one is given.</summary>
    public static void WriteGiven(this Utf8JsonWriter json, string name, Money? money)
    {
        if (money is { } given)
        {
            json.WriteStartObject(name);
            json.WriteNumber("amount", given.Amount / OneInFull);
            json.WriteString("currency", given.Currency);
            json.WriteEndObject();
        }
    }
}
