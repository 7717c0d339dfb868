using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain.Tenants;

/// <summary>
/// Every address that can be read: each path of REST that answers GET, with each of its sorts and in each of its forms,
/// and every page. A parameter that it has nothing for ends it.
/// </summary>
internal sealed partial class Crawl(TwoTenants node, TenantDocuments documents)
{
    private static readonly TimeSpan StreamTime = TimeSpan.FromSeconds(2);

    /// <summary>The paths of REST that answer GET, as the document of the interface names them.</summary>
    public static async Task<JsonProperty[]> PathsAsync(TwoTenants node)
    {
        var (_, document) = await node.AskAsync("GET", "/openapi/v1.json", node.KeyOf("Viewer"));
        return
        [
            .. JsonDocument.Parse(document).RootElement.GetProperty("paths").EnumerateObject()
                .Where(path => path.Value.TryGetProperty("get", out _)),
        ];
    }

    /// <summary>The addresses of a path, each with the form that is asked for.</summary>
    public IEnumerable<(string Address, string Accept)> AddressesOf(JsonProperty path)
    {
        var address = Filled(path.Name);
        var parameters = path.Value.GetProperty("get").TryGetProperty("parameters", out var all)
            ? all.EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!)
            : [];
        yield return (address, "application/json");
        if (address.EndsWith("/export", StringComparison.Ordinal))
        {
            yield return ($"{address}?format=csv", "*/*");
            yield return ($"{address}?format=xlsx", "*/*");
        }
        if (parameters.ContainsKey("asOf"))
            yield return ($"{address}?asOf=1", "application/json");
        if (parameters.ContainsKey("limit"))
        {
            yield return ($"{address}?limit=1000", "application/json");
            yield return (address, "text/csv");
        }
        if (!parameters.TryGetValue("sort", out var sort))
            yield break;
        var fields = SortFields().Match(sort.GetProperty("description").GetString()!).Groups[1].Value.Split(", ");
        foreach (var field in fields)
        {
            yield return ($"{address}?sort={field}", "application/json");
            yield return ($"{address}?sort=-{field}&limit=1000", "application/json");
        }
    }

    /// <summary>The addresses of the planner's pages.</summary>
    public IEnumerable<string> Pages() => typeof(Routes).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => Filled(route.Template.Replace("{Number}", "{number}").Replace("{Id}", "{id}")
            .Replace("{Sku}", "{sku}").Replace("inventory/{sku}", "stock/{sku}"))
            .Replace("/stock/", "/inventory/"));

    /// <summary>Everything that an address answers, as text: of a workbook what is packed in it.</summary>
    public async Task<(int Status, string Text)> ReadAsync(string address, string key, string accept)
    {
        using var answer = await node.SendAsync("GET", address, key, accept: accept);
        if (address.StartsWith("/api/v1/events/stream", StringComparison.Ordinal))
            return ((int)answer.StatusCode, await BeginningAsync(answer));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var isPacked = bytes is [(byte)'P', (byte)'K', ..];
        return ((int)answer.StatusCode, isPacked ? Unpacked(bytes) : Encoding.UTF8.GetString(bytes));
    }

    /// <summary>Every page of the feed, one after the other.</summary>
    public async Task<string> FeedAsync(string key)
    {
        var (all, after) = (new StringBuilder(), "");
        while (true)
        {
            var (_, page) = await node.AskAsync("GET", $"/api/v1/events?limit=100{after}", key);
            all.Append(page);
            var read = JsonDocument.Parse(page).RootElement;
            if (read.GetProperty("atEnd").GetBoolean())
                return all.ToString();
            after = $"&after={Uri.EscapeDataString(read.GetProperty("next").GetString()!)}";
        }
    }

    private static async Task<string> BeginningAsync(HttpResponseMessage answer)
    {
        using var enough = new CancellationTokenSource(StreamTime);
        var (all, buffer) = (new StringBuilder(), new byte[65_536]);
        await using var stream = await answer.Content.ReadAsStreamAsync(CancellationToken.None);
        try
        {
            while (await stream.ReadAsync(buffer, enough.Token) is > 0 and var count)
                all.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
        catch (OperationCanceledException)
        {
            // A stream has no end.
        }
        return all.ToString();
    }

    private static string Unpacked(byte[] workbook)
    {
        using var packed = new ZipArchive(new MemoryStream(workbook));
        return string.Join('\n', packed.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private string Filled(string path)
    {
        var parts = path.Split('/');
        return string.Join('/', parts.Select((part, at) => !part.StartsWith('{') ? part
            : documents.Ids.TryGetValue($"{parts[at - 1]}/{part}", out var id) ? Uri.EscapeDataString(id)
            : throw new InvalidOperationException($"Nothing is there to ask {path} for.")));
    }

    [GeneratedRegex("^By at most three of ([^;]+), separated by commas")]
    private static partial Regex SortFields();
}
