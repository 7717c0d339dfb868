using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace SupplyChain;

/// <summary>Takes what is sent over OTLP, as protocol buffers over HTTP, and remembers it.</summary>
internal sealed class OtlpCollector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string Body)> _heard = [];

    public OtlpCollector()
    {
        Url = $"http://127.0.0.1:{FreePort.Next()}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = ListenAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>Whether all these texts were sent to a path: names are plain text in protocol buffers.</summary>
    public bool Heard(string path, params string[] texts) => texts.All(text =>
        _heard.Any(one => one.Path == path && one.Body.Contains(text, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                _heard.Enqueue((call.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
