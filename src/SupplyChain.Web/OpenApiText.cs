using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SupplyChain;

/// <summary>
/// The OpenAPI document as it is sent. Nothing in it changes while a node runs, and it names no host, so that it is
/// made once, when it is asked for first, and is the same at every node of a release.
/// </summary>
internal sealed class OpenApiText(
    [FromKeyedServices(OpenApiServices.Document)] IOpenApiDocumentProvider documents)
{
    /// <summary>Where it is.</summary>
    public const string Path = $"/openapi/{OpenApiServices.Document}.json";

    private const string MediaType = "application/json; charset=utf-8";

    // A caller that goes away does not end what the others wait for.
    private readonly Lazy<Task<Written[]>> _written = new(() => WriteAsync(documents));

    /// <summary>Answers with the document, or that the caller has it already.</summary>
    public async Task SendAsync(HttpContext http)
    {
        var written = Preferred(await _written.Value, http.Request);
        var headers = http.Response.Headers;
        headers.ETag = $"\"{written.Tag}\"";
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = "no-cache"; // A browser asks whether it is still the same, and may.
        if (EntityTags.TryParse(http.Request.Headers.IfNoneMatch.ToString(), out var known) && known.Name(written.Tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = MediaType;
        if (written.Encoding != Written.Plain)
            headers.ContentEncoding = written.Encoding;
        http.Response.ContentLength = written.Bytes.Length;
        await http.Response.Body.WriteAsync(written.Bytes, http.RequestAborted);
    }

    private static async Task<Written[]> WriteAsync(IOpenApiDocumentProvider documents)
    {
        var document = await documents.GetOpenApiDocumentAsync();
        using var text = new MemoryStream();
        await document.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1);
        var bytes = text.ToArray();
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
        return
        [
            new("br", $"{tag}-br", Packed(bytes, into => new BrotliStream(into, CompressionLevel.Optimal))),
            new("gzip", $"{tag}-gzip", Packed(bytes, into => new GZipStream(into, CompressionLevel.Optimal))),
            new(Written.Plain, tag, bytes),
        ];
    }

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> packing)
    {
        using var into = new MemoryStream();
        using (var packer = packing(into))
            packer.Write(bytes);
        return into.ToArray();
    }

    /// <summary>What the caller likes best, and of that the shortest; as it is for one who says nothing.</summary>
    private static Written Preferred(Written[] written, HttpRequest request)
    {
        var liked = request.GetTypedHeaders().AcceptEncoding
            .ToLookup(one => one.Value.ToString(), one => one.Quality ?? 1, StringComparer.OrdinalIgnoreCase);
        return written.Where(one => liked[one.Encoding].Any(quality => quality > 0))
            .MaxBy(one => liked[one.Encoding].Max()) ?? written[^1];
    }

    /// <param name="Encoding">How it is compressed.</param>
    /// <param name="Tag">What these bytes are called, without quotation marks.</param>
    /// <param name="Bytes">What is sent.</param>
    private sealed record Written(string Encoding, string Tag, byte[] Bytes)
    {
        public const string Plain = "identity";
    }
}
