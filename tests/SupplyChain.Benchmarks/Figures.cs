using System.Globalization;
using System.Text.Json;

namespace SupplyChain;

/// <summary>Named figures of one run, printed as a table row per figure or as one JSON object.</summary>
internal sealed class Figures
{
    private readonly List<KeyValuePair<string, object>> _all = [];

    public void Add(string name, object value) => _all.Add(new(name, value));

    public void Print(bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>(_all), NodeHttp.Json));
            return;
        }
        foreach (var (name, value) in _all)
        {
            Console.WriteLine($"  {name,-22} {Text(value)}");
        }
    }

    private static string Text(object value) => value switch
    {
        double number => number.ToString(number < 100 ? "0.00" : "#,##0", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("#,##0", CultureInfo.InvariantCulture),
        IEnumerable<KeyValuePair<string, int>> counts => string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}")),
        IReadOnlyList<string> lines => lines.Count == 0 ? "none" : "\n    " + string.Join("\n    ", lines),
        _ => value.ToString() ?? "",
    };
}
