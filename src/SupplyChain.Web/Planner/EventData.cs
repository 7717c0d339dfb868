using System.Text.Json;

namespace SupplyChain.Planner;

/// <summary>What an event says, read leniently: what it does not say is empty or 0.</summary>
internal readonly record struct EventData(JsonElement Json)
{
    /// <summary>Reads it from its text.</summary>
    public static EventData Of(string json)
    {
        using var data = JsonDocument.Parse(json);
        return new(data.RootElement.Clone());
    }

    /// <summary>A text; empty when there is none.</summary>
    public string Text(string member) =>
        Find(member) is { ValueKind: JsonValueKind.String } found ? found.GetString()! : "";

    /// <summary>A whole number; 0 when there is none.</summary>
    public long Number(string member) => Find(member) is { ValueKind: JsonValueKind.Number } found
        && found.TryGetInt64(out var number) ? number : 0;

    /// <summary>What is within; null when there is nothing.</summary>
    public EventData? Within(string member) =>
        Find(member) is { ValueKind: JsonValueKind.Object } found ? new(found) : null;

    /// <summary>The entries of a list.</summary>
    public IEnumerable<EventData> Each(string list) => Find(list) is { ValueKind: JsonValueKind.Array } found
        ? found.EnumerateArray().Select(entry => new EventData(entry))
        : [];

    /// <summary>How many entries a list has.</summary>
    public int Length(string list) => Each(list).Count();

    /// <summary>The sum of a number over the entries of a list.</summary>
    public long Sum(string list, string member) => Each(list).Sum(entry => entry.Number(member));

    /// <summary>The different texts of a list's entries, in words.</summary>
    public string Texts(string list, string member, Func<string, string>? named = null) => Words.List(
        [.. Each(list).Select(entry => entry.Text(member)).Where(text => text.Length > 0).Distinct()
            .Select(text => named is null ? text : named(text))]);

    /// <summary>The texts of a list, in words.</summary>
    public string Texts(string list) => Words.List([.. Each(list)
        .Where(entry => entry.Json.ValueKind == JsonValueKind.String).Select(entry => entry.Json.GetString()!)]);

    /// <summary>The texts of a member wherever it is in the event.</summary>
    public IEnumerable<string> All(string member) => Json.ValueKind switch
    {
        JsonValueKind.Object => Json.EnumerateObject().SelectMany(part => part.Name == member
            && part.Value.ValueKind == JsonValueKind.String ? [part.Value.GetString()!]
            : new EventData(part.Value).All(member)),
        JsonValueKind.Array => Json.EnumerateArray().SelectMany(entry => new EventData(entry).All(member)),
        _ => [],
    };

    private JsonElement? Find(string member) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(member, out var found) ? found : null;
}
