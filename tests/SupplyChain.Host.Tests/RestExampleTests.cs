using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>What the OpenAPI document shows as examples is what a node answers.</summary>
public sealed class RestExampleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_examples_of_the_document_are_a_story_that_a_node_tells_as_they_do()
    {
        // A prefix that GS1 keeps for examples.
        await using var node = new RestNode
        {
            Settings = new Dictionary<string, string> { ["SUPPLYCHAIN_Labels__CompanyPrefix"] = "9521141" },
        };
        await node.InitializeAsync();
        var (story, wrong) = (ExampleStory.Read(), new List<string>());
        var operations = await OperationsAsync(node);
        foreach (var one in story.Told)
        {
            var (method, path) = (ExampleStory.Text(one, "method")!, story.PathOf(one));
            await QuietAsync(node);
            using var answer = await AskAsync(node, one, story, method, path);
            var now = await ReadAsync(answer);
            story.Learn(one["answer"], now);
            var (status, told) = ((int)answer.StatusCode, (int)one["status"]!);
            if (status != told)
                wrong.Add($"{method} {path}: {status} instead of {told}: {now?.ToJsonString()}");
            else if (Described(operations[ExampleStory.Text(one, "operation")!], answer) is { } lie)
                wrong.Add($"{method} {path}: {lie}");
            else if (!ExampleStory.IsRecorded && ExampleStory.Difference(one["answer"], now) is { } difference)
                wrong.Add($"{method} {path}: {difference}");
            if (ExampleStory.IsRecorded)
                one["answer"] = now;
        }
        if (ExampleStory.IsRecorded)
            story.Write();
        wrong.Should().BeEmpty(node.Logged());
    }

    /// <summary>What the document says of an answer and is not so; null when all is.</summary>
    private static string? Described(JsonElement operation, HttpResponseMessage answer)
    {
        var responses = operation.GetProperty("responses");
        if (!responses.TryGetProperty($"{(int)answer.StatusCode}", out var described))
            return $"{(int)answer.StatusCode} is not described";
        var media = answer.Content.Headers.ContentType?.MediaType;
        if (media is not null && !described.GetProperty("content").TryGetProperty(media, out _))
            return $"{media} is not described";
        var headers = described.TryGetProperty("headers", out var named)
            ? named.EnumerateObject().Select(header => header.Name).ToArray() : [];
        return headers.Contains("ETag") != (answer.Headers.ETag is not null) ? "its ETag is not as described"
            : headers.Contains("Location") != (answer.Headers.Location is not null) ? "its Location is not as described"
            : null;
    }

    private static async Task<HttpResponseMessage> AskAsync(
        RestNode node, JsonObject one, ExampleStory story, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/'));
        if (story.Body(one) is { } body)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        else if (ExampleStory.Text(one, "text") is { } text)
            request.Content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
        if (ExampleStory.Text(one, "idempotencyKey") is { } key)
            request.Headers.Add("Idempotency-Key", key);
        return await node.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
            return await FirstEventAsync(answer);
        var text = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF');
        return text.Length == 0 ? null
            : answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
                ? JsonNode.Parse(text) : text;
    }

    /// <summary>A stream has no end.</summary>
    private static async Task<JsonNode?> FirstEventAsync(HttpResponseMessage answer)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        var began = false;
        while (await reader.ReadLineAsync() is { } line && (line.Length > 0 || !began))
        {
            began |= line.StartsWith("data:", StringComparison.Ordinal);
            text.Append(line).Append('\n');
        }
        return text.ToString();
    }

    private static async Task<Dictionary<string, JsonElement>> OperationsAsync(RestNode node)
    {
        using var document = JsonDocument.Parse(
            await node.Http.GetStringAsync(new Uri(node.Http.BaseAddress!, "/openapi/v1.json")));
        return document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .ToDictionary(one => one.Value.GetProperty("operationId").GetString()!, one => one.Value.Clone());
    }

    /// <summary>Waits until everything that was begun is finished, and the lists show it.</summary>
    private static async Task QuietAsync(RestNode node)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var status = await node.SendAsync("GET", "status");
            if (status["dueWork"].GetInt64() == 0
                && status["lastEvent"].GetString() == status["projectedEvent"].GetString())
            {
                return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
