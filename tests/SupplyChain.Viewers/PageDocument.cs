using System.Text.RegularExpressions;

namespace SupplyChain;

/// <summary>What of a page's first answer its script reads to come alive.</summary>
/// <param name="Components">A JSON object for each part that comes alive, in the order of the page.</param>
/// <param name="State">What the first answer hands to the live page; empty when nothing.</param>
internal sealed partial record PageDocument(IReadOnlyList<string> Components, string State)
{
    /// <summary>Reads it from the comments of the document.</summary>
    public static PageDocument Parse(string html) => new(
        [.. Marker.Matches(html).Select(match => match.Groups[1].Value).Where(IsBeginning)],
        Kept.Match(html) is { Success: true } kept ? kept.Groups[1].Value : "");

    /// <summary>Asks that all of its parts come alive, as the script words it.</summary>
    public string AddAll() =>
        $$"""{"batchId":1,"operations":[{{string.Join(',', Components.Select(Add))}}]}""";

    private static string Add(string marker, int index) =>
        $$"""{"type":"add","ssrComponentId":{{index + 1}},"marker":{{marker}}}""";

    /// <summary>The end of a part has a marker too, which says only whose end it is.</summary>
    private static bool IsBeginning(string marker) => marker.Contains("\"descriptor\"", StringComparison.Ordinal);

    [GeneratedRegex(@"<!--Blazor:(\{.*?\})-->", RegexOptions.Singleline)]
    private static partial Regex Marker { get; }

    [GeneratedRegex("<!--Blazor-Server-Component-State:([a-zA-Z0-9+/=]+)-->")]
    private static partial Regex Kept { get; }
}
