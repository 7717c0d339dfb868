using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplyChain.Tables;

/// <summary>
/// Where a page of a list ends that was sorted by a query: the order and the last item's values.
/// </summary>
internal static class SortedCursor
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it becomes no part of a page
    };

    /// <summary>Text for clients.</summary>
    public static string Write(string list, string sort, IEnumerable<object?> values) =>
        Cursor.Write($"{list}?{sort}", JsonSerializer.Serialize(values, Json));

    /// <summary>The values of <see cref="Write"/>; null for the first page.</summary>
    /// <exception cref="MalformedCursorException">It was never given out for that list in that order.</exception>
    public static object?[]? Read<T>(string list, string sort, string? after, SortKey<T>[] keys)
    {
        if (Cursor.Read($"{list}?{sort}", after, 1) is not [var text])
        {
            return null;
        }
        try
        {
            var values = JsonSerializer.Deserialize<JsonElement[]>(text) ?? [];
            return values.Length == keys.Length
                ? [.. keys.Zip(values, Value)]
                : throw Cursor.Malformed(after!);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            throw Cursor.Malformed(after!);
        }
    }

    private static object? Value<T>(SortKey<T> key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null when key.MayBeNull => null,
        JsonValueKind.Number when key.Kind == SortKind.Number => value.GetInt64(),
        JsonValueKind.Number when key.Kind == SortKind.Real => value.GetDouble(),
        // One of the databases has no such character.
        JsonValueKind.String when key.Kind == SortKind.Text && !value.GetString()!.Contains('\0') => value.GetString(),
        _ => throw new FormatException("It is no value of that field."),
    };
}
