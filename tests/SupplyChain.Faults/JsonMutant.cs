using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>
/// Mutates JSON documents: their structure, their values, and the bytes that they are written in. The same seed makes
/// the same document.
/// </summary>
internal sealed class JsonMutant(int seed)
{
    private const int Deepest = 3_000;
    private const int LongestText = 100_000;
    private const int LargestBody = 3 * 1024 * 1024;
    private const string Mark = "\"\\u0001mark\"";

    private static readonly string[] Strange =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "1E-400", "5e0", "2147483648", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "123456789012345678901234567890.5", "1e-999999999", "01", "+1",
        "NaN", "Infinity", ".5", "0x10", "\"\"", "\" \"", "\"a/b\"", "\"a b\"", "\"~\"", "\"🚚\"", "\"\\ud83d\"",
        "\"\\udc00x\"", "\"\\u0000\"", "\"\\u202e\"", "\"e\\u0301\"", "\"2026-02-30\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:60Z\"", "\"2026-01-01T00:00:00+14:00\"", "\"2026-01-01T00:00:00+99:99\"",
        "\"FR\"", "\"ZZ\"", "\"99\"", "\"picked\"", "{}", "[]", "[null]", "[[]]", "[{}]", "{\"\":1}", "{\"\\ud83d\":1}",
        "{\"line\":1,\"line\":2}", "[{\"line\":1},{\"line\":1}]", "\"unterminated", "'single'", "/*no*/1", "[1,]",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One mutated document.</summary>
    public byte[] Mutate(JsonNode sample)
    {
        var text = sample.ToJsonString();
        for (var times = 1 + _random.Next(4) / 2 * _random.Next(3); times > 0; times--)
            text = Mutate(text);
        return Written(text);
    }

    private string Mutate(string text) => _random.Next(32) switch
    {
        0 => text[..Place(text)],
        1 => Garbled(text),
        2 => Doubled(text),
        3 => text.Insert(Place(text), Strange[_random.Next(Strange.Length)]),
        >= 4 and < 14 => Rebuilt(text, Restructure),
        _ => Rebuilt(text, Replace),
    };

    /// <summary>The bytes of a text: mostly UTF-8, as they should be.</summary>
    private byte[] Written(string text) => _random.Next(200) switch
    {
        0 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        1 => [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        2 => Encoding.Unicode.GetBytes(text),
        3 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        4 => Encoding.UTF32.GetBytes(text),
        5 => Encoding.Latin1.GetBytes(text),
        6 or 7 => Flipped(Encoding.UTF8.GetBytes(text)),
        8 => [],
        9 => [.. Encoding.UTF8.GetBytes(text), 0],
        _ => Encoding.UTF8.GetBytes(text),
    };

    private byte[] Flipped(byte[] bytes)
    {
        for (var times = bytes.Length == 0 ? 0 : _random.Next(1, 4); times > 0; times--)
            bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        return bytes;
    }

    private string Garbled(string text) =>
        text.Length == 0 ? text : new StringBuilder(text) { [_random.Next(text.Length)] = Letter() }.ToString();

    private char Letter() => (char)_random.Next(1, _random.Next(2) == 0 ? 0x7F : 0xFFFF);

    private string Doubled(string text)
    {
        var (from, to) = (Place(text), Place(text));
        return text.Insert(Place(text), from < to ? text[from..to] : text[to..from]);
    }

    private int Place(string text) => _random.Next(text.Length + 1);

    /// <summary>Changes the tree that a text stands for; one that is no JSON any more is garbled instead.</summary>
    private string Rebuilt(string text, Func<JsonNode, string> change)
    {
        try
        {
            return JsonNode.Parse(text) is { } root ? change(root) : Garbled(text);
        }
        catch (Exception noTree) when (noTree is JsonException or ArgumentException or InvalidOperationException)
        {
            return Garbled(text);
        }
    }

    private string Replace(JsonNode root)
    {
        var nodes = Below(root).ToArray();
        var value = Value();
        if (nodes.Length == 0)
            return value;
        nodes[_random.Next(nodes.Length)].ReplaceWith("\u0001mark");
        return root.ToJsonString().Replace(Mark, value, StringComparison.Ordinal);
    }

    private string Value() => _random.Next(400) switch
    {
        0 => Nested('[', ']'),
        1 => $"\"{new string('x', _random.Next(LongestText))}\"",
        2 => $"\"{string.Concat(Enumerable.Repeat("🚚\\u0000", _random.Next(1, 2_000)))}\"",
        3 => new string('9', _random.Next(1, 2_000)),
        4 => $"[{string.Join(',', Enumerable.Repeat(Strange[_random.Next(Strange.Length)], _random.Next(1, 3_000)))}]",
        5 when _random.Next(20) == 0 => $"\"{new string('y', LargestBody)}\"",
        _ => Strange[_random.Next(Strange.Length)],
    };

    private string Nested(char opens, char closes)
    {
        var depth = _random.Next(1, Deepest);
        return new string(opens, depth) + new string(closes, depth);
    }

    /// <summary>Takes a member out, brings another in, gives it another name, or turns elements around.</summary>
    private string Restructure(JsonNode root)
    {
        var holders = Below(root).Append(root).Where(node => node is JsonObject or JsonArray).ToArray();
        if (holders.Length == 0)
            return Value();
        switch (holders[_random.Next(holders.Length)])
        {
            case JsonObject { Count: > 0 } one:
                var (name, value) = one.ElementAt(_random.Next(one.Count));
                one.Remove(name);
                if (_random.Next(3) > 0)
                    one[Name(name)] = value;
                break;
            case JsonObject empty:
                empty[Name("line")] = 1;
                break;
            case JsonArray { Count: > 0 } many:
                var element = many[_random.Next(many.Count)];
                for (var times = _random.Next(20) == 0 ? 1_001 : _random.Next(4); times > 0; times--)
                    many.Add(element?.DeepClone());
                if (_random.Next(3) == 0)
                    many.RemoveAt(0);
                break;
        }
        return root.ToJsonString();
    }

    private string Name(string name) => _random.Next(6) switch
    {
        0 => name.ToUpperInvariant(),
        1 => $"{name}/~{name}",
        2 => "",
        3 => $"{name}\u0000",
        4 => new string('n', _random.Next(1, 2_000)),
        _ => "🚚",
    };

    private static IEnumerable<JsonNode> Below(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Found(member.Value)),
        JsonArray many => many.SelectMany(Found),
        _ => [],
    };

    private static IEnumerable<JsonNode> Found(JsonNode? node) => node is null ? [] : Below(node).Prepend(node);
}
