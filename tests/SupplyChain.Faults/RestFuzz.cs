using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;

namespace SupplyChain;

/// <summary>
/// Sends mutated documents to every path of a node that takes one. What it sends begins as the examples of the node's
/// own OpenAPI document.
/// </summary>
internal sealed partial class RestFuzz : IAsyncDisposable
{
    private const int AtATime = 8;
    private const int Names = 500;
    private const int MostToldOf = 20;
    private const int LongestTold = 1_000;

    private static readonly string[] Before =
    [
        "putWarehouse", "putProduct", "recordReceipt", "placeOrder", "releaseOrder", "putImportProfile", "putWebhook",
    ];

    private readonly string _data = Directory.CreateTempSubdirectory("supplychain-fuzz-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentDictionary<int, int> _statuses = [];
    private readonly ConcurrentQueue<string> _improper = [];
    private RunningNode? _node;
    private Target[] _targets = [];

    private RestFuzz()
    {
    }

    /// <summary>The node.</summary>
    public RunningNode Node => _node!;

    /// <summary>How often each status was answered.</summary>
    public string Statuses => string.Join(", ", _statuses.OrderBy(one => one.Key).Select(
        one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}: {one.Value}")));

    /// <summary>Starts a node that wants keys, and makes what the examples speak of.</summary>
    public static async Task<RestFuzz> BeginAsync()
    {
        var fuzz = new RestFuzz();
        try
        {
            await fuzz.StartAsync();
            await fuzz.PrepareAsync();
            return fuzz;
        }
        catch
        {
            await fuzz.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a document for each seed.</summary>
    public async Task SendAsync(int from, int count) => await Parallel.ForAsync(
        from, from + count, new ParallelOptions { MaxDegreeOfParallelism = AtATime },
        async (seed, stop) => await SendAsync(seed, stop));

    /// <summary>Every answer was proper, and what was kept adds up.</summary>
    public async Task JudgeAsync()
    {
        _improper.Take(MostToldOf).Should().BeEmpty(Node.Log);
        Node.IsAlive.Should().BeTrue(Node.Log);
        using var verified = await _http.PostAsync("/api/v1/verify", null);
        var report = await verified.Content.ReadFromJsonAsync<SeenVerification>(NodeHttp.Json);
        report!.Violations.Should().BeEmpty();
        report.Ok.Should().BeTrue();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_node is not null)
            await _node.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task StartAsync()
    {
        var (code, said) = await TestedProgram.RunAsync(
            new Dictionary<string, string>(),
            "keys", "create", "--role", "admin", "--name", "Fuzz", "--data", _data);
        code.Should().Be(0, said);
        _node = await RunningNode.StartAsync(new NodeStart(_data) { Options = ["--environment", "Production"] });
        _http.BaseAddress = Node.Url;
        _http.DefaultRequestHeaders.Authorization = new("Bearer", Key().Match(said).Value);
    }

    private async Task SendAsync(int seed, CancellationToken stop)
    {
        var target = _targets[seed % _targets.Length];
        var body = new JsonMutant(seed).Mutate(target.Body);
        if (!IsHarmless(body))
            return;
        using var request = new HttpRequestMessage(target.Method, target.PathFor(seed));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new("application/json");
        try
        {
            using var answer = await _http.SendAsync(request, stop);
            _statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
            if (await WhyImproperAsync(answer) is { } why)
                Tell(seed, request, body, $"{(int)answer.StatusCode} {why}");
        }
        catch (HttpRequestException) when (body.Length > 2 * 1024 * 1024)
        {
            // A node that will not take so much may close the connection before all of it was sent.
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
        {
            Tell(seed, request, body, trouble.Message);
        }
    }

    private void Tell(int seed, HttpRequestMessage request, byte[] body, string what)
    {
        var sent = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, LongestTold)));
        _improper.Enqueue(string.Create(
            CultureInfo.InvariantCulture, $"seed {seed}: {request.Method} {request.RequestUri} → {what}: {sent}"));
    }

    /// <summary>Nothing is sent to an address that a mutation made up.</summary>
    private static bool IsHarmless(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        return !text.Contains("http", StringComparison.OrdinalIgnoreCase)
            || text.Contains("\"https://erp.example/in\"", StringComparison.Ordinal);
    }

    /// <summary>What is wrong about an answer; null when nothing is.</summary>
    private static async Task<string?> WhyImproperAsync(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode)
            return null;
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"is no problem document: {text}";
        using var problem = JsonDocument.Parse(text);
        var (root, status) = (problem.RootElement, (int)answer.StatusCode);
        if (root.GetProperty("status").GetInt32() != status
            || root.GetProperty("code").GetString() is not { Length: > 0 })
        {
            return $"contradicts itself: {text}";
        }
        var errors = root.GetProperty("errors").EnumerateArray().ToArray();
        return status switch
        {
            429 or 503 => answer.Headers.RetryAfter is null ? "does not say when to come again" : null,
            400 or 422 when errors.Length == 0 || !errors.All(NamesIts) => $"does not name what is wrong: {text}",
            >= 500 => text,
            _ => null,
        };
    }

    private static bool NamesIts(JsonElement error) =>
        (error.TryGetProperty("pointer", out _) || error.TryGetProperty("parameter", out _))
        && error.GetProperty("code").GetString() is { Length: > 0 };

    private async Task PrepareAsync()
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync("/openapi/v1.json"));
        _targets = [.. Target.In(document.RootElement)];
        _targets.Should().HaveCountGreaterThan(20);
        foreach (var name in Before)
        {
            var target = _targets.Single(one => one.Operation == name);
            using var request = new HttpRequestMessage(target.Method, target.Path);
            request.Content = new StringContent(target.Body.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await _http.SendAsync(request);
            answer.IsSuccessStatusCode.Should().BeTrue($"{name}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [GeneratedRegex(@"sc_[\w-]{20,}")]
    private static partial Regex Key();

    /// <summary>A path that takes a document, and the document of its example.</summary>
    private sealed record Target(string Operation, HttpMethod Method, string Path, JsonNode Body)
    {
        /// <summary>The paths of a document that take JSON.</summary>
        public static IEnumerable<Target> In(JsonElement document) =>
            from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Value.TryGetProperty("requestBody", out _)
            let content = operation.Value.GetProperty("requestBody").GetProperty("content")
            where content.TryGetProperty("application/json", out _)
            select new Target(
                operation.Value.GetProperty("operationId").GetString()!,
                new HttpMethod(operation.Name.ToUpperInvariant()),
                Filled(path.Name, operation.Value),
                JsonNode.Parse(content.GetProperty("application/json").GetProperty("example").GetRawText())!);

        /// <summary>The entity of the example, or another one of some hundred.</summary>
        public string PathFor(int seed)
        {
            if (Method != HttpMethod.Put || Operation == "putImportProfile" || seed / 31 % 4 == 0)
                return Path;
            var (way, query) = Path.Split('?') is [var before, var asked] ? (before, $"?{asked}") : (Path, "");
            return string.Create(
                CultureInfo.InvariantCulture, $"{way[..way.LastIndexOf('/')]}/F-{seed % Names}{query}");
        }

        private static string Filled(string template, JsonElement operation)
        {
            var (path, query) = (template, "");
            foreach (var parameter in operation.GetProperty("parameters").EnumerateArray())
            {
                if (!parameter.TryGetProperty("example", out var example))
                    continue;
                var (name, value) = (parameter.GetProperty("name").GetString(), Uri.EscapeDataString($"{example}"));
                if (parameter.GetProperty("in").GetString() == "path")
                    path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
                else
                    query += $"{(query.Length == 0 ? '?' : '&')}{name}={value}";
            }
            return path + query;
        }
    }
}
