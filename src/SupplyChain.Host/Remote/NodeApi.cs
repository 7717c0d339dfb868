using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain.Host.Remote;

/// <summary>The REST interface of a running node, as the verbs use it.</summary>
internal sealed class NodeApi : IDisposable
{
    private static readonly JsonSerializerOptions Wire =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly TimeSpan UnreachableTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(250);

    private readonly Uri _url;
    private readonly HttpClient _http;

    public NodeApi(Uri url, string? key)
    {
        _url = url;
        // A verification may take ten minutes, and so may the upload of a large file.
        // A node is on this machine; a proxy of the environment would be sent there in its place, key and all.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri(url, "/api/v1/"),
            Timeout = TimeSpan.FromMinutes(15),
        };
        if (key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>An answer as it was sent, and as we read it.</summary>
    public sealed record Answer<T>(string Json, T Value);

    /// <summary>Asks for something.</summary>
    /// <exception cref="VerbException">The node said no.</exception>
    /// <exception cref="HttpRequestException">No node answers.</exception>
    public Task<Answer<T>> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        SendAsync<T>(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    /// <summary>Asks for something to be done.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<Answer<T>> PostAsync<T>(string path, HttpContent? body, CancellationToken cancellationToken) =>
        SendAsync<T>(new HttpRequestMessage(HttpMethod.Post, path) { Content = body }, cancellationToken);

    /// <summary>Stores something, unless its version is another one by now; 0 when it is to be made.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<Answer<T>> PutAsync<T>(
        string path, HttpContent body, long version, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = body };
        if (version == 0)
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        else
            request.Headers.IfMatch.Add(new(string.Create(CultureInfo.InvariantCulture, $"\"{version}\"")));
        return SendAsync<T>(request, cancellationToken);
    }

    /// <summary>Asks for something to be taken away.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<Answer<T>> DeleteAsync<T>(string path, CancellationToken cancellationToken) =>
        SendAsync<T>(new HttpRequestMessage(HttpMethod.Delete, path), cancellationToken);

    /// <summary>Writes an answer to a new file as it comes, and tells how many bytes there are.</summary>
    /// <exception cref="VerbException">The node said no, or its answer was cut off.</exception>
    /// <exception cref="HttpRequestException">No node answers.</exception>
    public async Task<long> DownloadAsync(
        string path, string file, Action<long> tell, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw Refused(answer, await answer.Content.ReadAsStringAsync(cancellationToken));
        await using var target = new FileStream(file, FileMode.CreateNew);
        await using var source = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[81_920];
        try
        {
            for (int count; (count = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                tell(target.Length);
            }
        }
        catch (HttpIOException failure)
        {
            throw new VerbException($"The answer was cut off ({failure.Message}). Ask again.", inner: failure);
        }

        return target.Length;
    }

    /// <summary>Asks again and again, while the node does not answer or cannot now, but not for ever.</summary>
    /// <exception cref="VerbException">The node said no, or nothing for a minute.</exception>
    public async Task<Answer<T>> GetPatientlyAsync<T>(
        string path, Action<double?, string> tell, CancellationToken cancellationToken)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                return await GetAsync<T>(path, cancellationToken);
            }
            catch (Exception passing) when (passing is HttpRequestException or NotNow)
            {
                if (TimeProvider.System.GetElapsedTime(since) > UnreachableTimeout)
                    throw passing is HttpRequestException failure ? Unreachable(failure) : passing;
                tell(null, "the node does not answer; waiting for it");
                await Task.Delay(RetryInterval, cancellationToken);
            }
        }
    }

    /// <summary>What to tell when no node answers.</summary>
    public VerbException Unreachable(HttpRequestException failure) => new(
        $"No node answers at {_url} ({failure.Message}). Start one with 'supplychain up', or name another with --url.",
        inner: failure);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<Answer<T>> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = request;
        using var answer = await _http.SendAsync(sent, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw Refused(answer, text);
        try
        {
            return new(text, JsonSerializer.Deserialize<T>(text, Wire)!);
        }
        catch (JsonException failure)
        {
            throw new VerbException(
                $"{_url} does not answer like a SupplyChain node; name another with --url.", inner: failure);
        }
    }

    private VerbException Refused(HttpResponseMessage answer, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return new($"{_url} answered {(int)answer.StatusCode} {answer.ReasonPhrase}.");
        if (answer.StatusCode is HttpStatusCode.Unauthorized)
        {
            return new(_http.DefaultRequestHeaders.Authorization is null
                ? $"{_url} wants a key: --key sc_…"
                : $"{_url} does not accept this key: it is unknown, expired or revoked.");
        }
        var problem = JsonSerializer.Deserialize<Problem>(text, Wire)!;
        var errors = (problem.Errors ?? []).Select(error => error.Message).Distinct();
        var message = Sentences([problem.Title, problem.Detail, .. errors]);
        return answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests
            ? new NotNow(message)
            : new(message);
    }

    /// <summary>Titles are no sentences, but are followed by some.</summary>
    internal static string Sentences(IEnumerable<string?> parts) => string.Join(' ', parts
        .Select(part => part?.Trim() ?? "")
        .Where(part => part.Length > 0)
        .Distinct()
        .Select(part => part[^1] is '.' or '!' or '?' or ':' or '…' ? part : $"{part}."));

    /// <summary>The node cannot now; the same again is safe.</summary>
    internal sealed class NotNow(string message) : VerbException(message);

    private sealed record Problem(string? Title, string? Detail, Problem.Error[]? Errors)
    {
        public sealed record Error(string Message);
    }
}
