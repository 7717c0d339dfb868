using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>The examples of the OpenAPI document, from the file <c>Examples.json</c> in the program.</summary>
internal static class Examples
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<Example> All { get; } = Read();

    /// <summary>Those of an operation.</summary>
    public static ILookup<string, Example> Of { get; } = All.ToLookup(one => one.Operation);

    /// <summary>The body of an operation; null when none of its examples has one.</summary>
    public static JsonNode? BodyOf(string operation) =>
        Of[operation].Select(one => one.Body ?? (JsonNode?)one.Text).FirstOrDefault(body => body is not null);

    /// <summary>What an operation answers with a status; null when no example ends with it.</summary>
    public static JsonNode? AnswerOf(string operation, int status) =>
        Of[operation].FirstOrDefault(one => one.Status == status)?.Answer;

    /// <summary>What a part of the path or of the query of an operation can be; null when no example has it.</summary>
    /// <param name="operation">The operation's id.</param>
    /// <param name="template">Its path below <c>/api/v1</c>, with parameters in braces.</param>
    /// <param name="name">The parameter.</param>
    public static string? PartOf(string operation, string template, string name)
    {
        var parts = template.Trim('/').Split('/');
        var place = Array.FindIndex(parts, part => part.Trim('{', '}', '*') == name);
        foreach (var path in Of[operation].Select(one => one.Path))
        {
            var (before, query) = path.Split('?', 2) is [var way, var asked] ? (way, asked) : (path, "");
            if (place >= 0)
                return Uri.UnescapeDataString(before.Trim('/').Split('/')[place]);
            var found = query.Split('&').FirstOrDefault(
                part => part.StartsWith($"{name}=", StringComparison.Ordinal));
            if (found is not null)
                return Uri.UnescapeDataString(found[(name.Length + 1)..]);
        }
        return null;
    }

    private static List<Example> Read()
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream("Examples.json")!;
        return JsonSerializer.Deserialize<List<Example>>(file, Json)!;
    }
}
