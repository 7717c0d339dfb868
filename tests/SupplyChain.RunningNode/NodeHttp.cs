using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain;

/// <summary>Talks to a node over HTTP with kept connections, as a program from outside does.</summary>
public sealed class NodeHttp : IDisposable
{
    /// <summary>How bodies are written and read.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;

    /// <summary>Talks to the node at an address over at most that many connections.</summary>
    public NodeHttp(Uri node, int connections)
    {
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = connections,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        _http = new(handler) { BaseAddress = new(node, "/api/v1/"), Timeout = Patience };
    }

    /// <summary>The key it shows; null for a node that wants none.</summary>
    public string? Key
    {
        init => _http.DefaultRequestHeaders.Authorization = value is null ? null : new("Bearer", value);
    }

    /// <summary>The bytes of a body.</summary>
    public static byte[] Bytes(object body) => JsonSerializer.SerializeToUtf8Bytes(body, Json);

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<NodeAnswer> SendAsync(
        HttpMethod method, string path, byte[]? body = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }
        using var answer = await _http.SendAsync(request, cancellationToken);
        return new((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken))
        {
            RetryAfter = answer.Headers.RetryAfter?.Delta,
        };
    }

    /// <summary>The answer, or null when there was none: the node died, or none listens.</summary>
    public async Task<NodeAnswer?> TrySendAsync(
        HttpMethod method, string path, byte[]? body = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await SendAsync(method, path, body, cancellationToken);
        }
        catch (Exception noAnswer) when (noAnswer is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Puts a document or master data and insists that it is accepted.</summary>
    public async Task<NodeAnswer> PutAsync(string path, object body) =>
        (await SendAsync(HttpMethod.Put, path, Bytes(body))).Accepted($"PUT {path}");

    /// <summary>Posts a command and insists that it is accepted.</summary>
    public async Task<NodeAnswer> PostAsync(string path, object? body = null) =>
        (await SendAsync(HttpMethod.Post, path, body is null ? null : Bytes(body))).Accepted($"POST {path}");

    /// <summary>Reads an entity.</summary>
    public async Task<T> GetAsync<T>(string path) =>
        (await SendAsync(HttpMethod.Get, path)).Accepted($"GET {path}").Read<T>();

    /// <summary>Reads a whole list, page by page.</summary>
    public async Task<List<T>> ListAsync<T>(string path)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var query = after is null ? "" : $"&after={WebUtility.UrlEncode(after)}";
            var page = await GetAsync<SeenPage<T>>($"{path}{(path.Contains('?') ? '&' : '?')}limit=1000{query}");
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
