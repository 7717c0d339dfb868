using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>A stock item, folded from the journal by rules written down a second time.</summary>
internal sealed class AuditedStockItem(string id, AuditFindings findings)
{
    private readonly Dictionary<string, (string Holder, long Units)> _held = [];
    private readonly HashSet<string> _effects = [];
    private bool _isOff;

    public long OnHand { get; private set; }

    public long Reserved => _held.Values.Sum(hold => hold.Units);

    /// <summary>Units held per order and line, written <c>order/line</c>.</summary>
    public Dictionary<string, long> HeldByLine => _held.Values
        .GroupBy(hold => hold.Holder, (holder, holds) => (holder, Units: holds.Sum(hold => hold.Units)))
        .ToDictionary(hold => hold.holder, hold => hold.Units);

    /// <summary>The item of a whole stream.</summary>
    public static AuditedStockItem Of(List<JournalRow> stream, AuditFindings findings)
    {
        var item = new AuditedStockItem(stream[0].Id, findings);
        stream.ForEach(item.Apply);
        item._effects.Clear(); // only this stream can repeat them
        return item;
    }

    private void Apply(JournalRow row)
    {
        var data = JsonNode.Parse(row.Data)!;
        switch (row.Type)
        {
            case "stock.received":
                Once(row, $"receipt {data["receipt"]} line {data["lineIndex"]}");
                OnHand += Units(data, "quantity");
                break;
            case "stock.adjusted":
                Once(row, $"adjustment {data["adjustment"]}");
                OnHand += Units(data, "delta");
                break;
            case "stock.moved":
                Move(row, data);
                break;
            case "stock.reserved":
                Once(row, $"reservation {Key(data["key"]!)}");
                _held[Key(data["key"]!)] = (Holder(data["key"]!), Units(data, "quantity"));
                break;
            case "stock.reservation-reduced":
                Keep(row, data["key"]!, Units(data, "kept"));
                break;
            case "stock.reservations-dropped":
                Each(data, "dropped", drop => Keep(row, drop["key"]!, Units(drop, "kept")));
                break;
            case "stock.issued":
                Once(row, $"shipment {data["shipment"]}");
                Each(data, "lines", line => Issue(row, line));
                break;
            case "stock.issue-reversed":
                _effects.Remove($"shipment {data["shipment"]}");
                Each(data, "lines", TakeBack);
                break;
        }
        if (OnHand < 0 || Reserved > OnHand)
            findings.Add($"oversold: after {row} {Reserved} of {OnHand} on hand are reserved");
        if (!_isOff && data["after"] is { } after
            && (Units(after, "onHand"), Units(after, "reserved")) != (OnHand, Reserved))
        {
            _isOff = true; // and so are all levels after it
            findings.Add($"level: {row} says {after.ToJsonString()}, there are {Reserved} of {OnHand} reserved");
        }
    }

    /// <summary>One event of what release 0.1 wrote as four.</summary>
    private void Move(JournalRow row, JsonNode data)
    {
        var effect = $"{data["document"]!["kind"]} {data["document"]!["id"]}";
        if (data["document"]!["line"] is { } line)
            effect = $"{effect} line {line}";
        if (data["restored"] is null)
            Once(row, effect);
        else
            _effects.Remove(effect);
        OnHand += Units(data, "delta");
        foreach (var left in data["consumed"]?.AsArray() ?? [])
            Keep(row, left!["reservation"]!, Held(left["reservation"]!) - Units(left, "quantity"));
        foreach (var back in data["restored"]?.AsArray() ?? [])
            Hold(back!["reservation"]!, Units(back, "quantity"));
    }

    private void Issue(JournalRow row, JsonNode line)
    {
        var (key, units) = (line["reservation"]!, Units(line, "quantity"));
        Keep(row, key, Held(key) - units);
        OnHand -= units;
    }

    private void TakeBack(JsonNode line)
    {
        var (key, units) = (line["reservation"]!, Units(line, "quantity"));
        Hold(key, units);
        OnHand += units;
    }

    private long Held(JsonNode key) => _held.GetValueOrDefault(Key(key)).Units;

    private void Hold(JsonNode key, long units) => _held[Key(key)] = (Holder(key), Held(key) + units);

    private void Keep(JournalRow row, JsonNode key, long kept)
    {
        if (!_held.Remove(Key(key), out var hold) || kept < 0 || kept > hold.Units)
            findings.Add($"{row} leaves {kept} of {Key(key)}, which held {hold.Units}");
        if (kept > 0)
            _held[Key(key)] = (Holder(key), kept);
    }

    private void Once(JournalRow row, string effect)
    {
        if (!_effects.Add(effect))
            findings.DoubledOne($"{effect} at {id}, again with {row}");
    }

    private static void Each(JsonNode data, string list, Action<JsonNode> work)
    {
        foreach (var item in data[list]!.AsArray())
            work(item!);
    }

    private static long Units(JsonNode data, string member) => data[member]!.GetValue<long>();

    private static string Holder(JsonNode key) => $"{key["order"]}/{key["line"]}";

    private static string Key(JsonNode key) => $"{Holder(key)}/{key["origin"]}/{key["attempt"]}";
}
