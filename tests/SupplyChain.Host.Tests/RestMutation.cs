using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>Damages a valid body at random, the same way for the same seed.</summary>
internal sealed class RestMutation(int seed)
{
    private static readonly string[] Strange =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-0", "9223372036854775807", "9223372036854775808", "1E-400", "\"\"",
        "\" \"", "\"a/b\"", "\"a b\"", "\"🚚\"", "\"\\ud83d\"", "\"\\u0000\"", "\"2026-02-30\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59Z\"", "\"2026-01-01T00:00:00+14:00\"", "\"FR\"", "\"picked\"", "{}", "[]", "[null]",
        "[[]]",
        "{\"line\":1}", "[{\"line\":1,\"line\":2}]", "123456789012345678901234567890.5", "\"A\"", "3", "\"99\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One damaged body.</summary>
    public string Damage(string body)
    {
        var text = body;
        for (var times = _random.Next(1, 4); times > 0; times--)
        {
            text = _random.Next(6) switch
            {
                0 => Cut(text),
                1 => Garble(text),
                2 => Repeat(text),
                _ => Replace(text),
            };
        }

        return text;
    }

    private string Cut(string text) => text.Length == 0 ? text : text[.._random.Next(text.Length)];

    private string Garble(string text)
    {
        if (text.Length == 0)
            return text;
        var at = _random.Next(text.Length);
        return text[..at] + (char)_random.Next(32, 0x2FF) + text[(at + 1)..];
    }

    private string Repeat(string text)
    {
        if (text.Length < 2)
            return text;
        var from = _random.Next(text.Length - 1);
        var part = text[from.._random.Next(from + 1, text.Length)];
        return text.Insert(_random.Next(text.Length), part);
    }

    /// <summary>Puts something strange in the place of a value, if the text is still JSON.</summary>
    private string Replace(string text)
    {
        try
        {
            var root = JsonNode.Parse(text);
            var values = Values(root).ToArray();
            if (values.Length == 0)
                return Strange[_random.Next(Strange.Length)];
            var path = values[_random.Next(values.Length)].GetPath();
            const string mark = "\"\\u0001mark\"";
            Put(root!, path, "\u0001mark");
            return root!.ToJsonString().Replace(mark, Strange[_random.Next(Strange.Length)], StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            return Garble(text);
        }
    }

    private static IEnumerable<JsonNode> Values(JsonNode? node) => node switch
    {
        JsonObject one => one.Where(member => member.Value is not null)
            .SelectMany(member => Values(member.Value).Prepend(member.Value!)),
        JsonArray many => many.Where(element => element is not null)
            .SelectMany(element => Values(element).Prepend(element!)),
        _ => [],
    };

    private static void Put(JsonNode root, string path, string value)
    {
        foreach (var node in Values(root))
        {
            if (node.GetPath() != path)
                continue;
            node.ReplaceWith(value);
            return;
        }
    }
}
