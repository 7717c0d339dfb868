using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace SupplyChain;

/// <summary>The OpenAPI document is made once, and sent no more often than a caller needs it.</summary>
public sealed class OpenApiTextTests(Website site) : IClassFixture<Website>
{
    private const string Path = "/openapi/v1.json";

    [Fact]
    public async Task It_is_the_same_each_time_whatever_the_host_is_called()
    {
        using var first = await AskAsync();
        using var second = await AskAsync(("Host", "chain.example:8443"));

        var bytes = await first.Content.ReadAsByteArrayAsync();
        (await second.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        second.Headers.ETag.Should().Be(first.Headers.ETag);
        first.Headers.CacheControl!.NoCache.Should().BeTrue();
        using var document = JsonDocument.Parse(bytes);
        document.RootElement.GetProperty("servers").EnumerateArray().Single().GetProperty("url").GetString()
            .Should().Be("/", "paths are those of the host that sent it");
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Who_has_it_already_is_told_so(string encoding)
    {
        using var whole = await AskAsync(("Accept-Encoding", encoding));
        var tag = whole.Headers.ETag!.ToString();

        foreach (var known in (string[])[tag, $"\"other\", W/{tag}", "*"])
        {
            using var same = await AskAsync(("Accept-Encoding", encoding), ("If-None-Match", known));
            same.StatusCode.Should().Be(HttpStatusCode.NotModified, known);
            (same.Headers.ETag!.ToString(), same.Headers.Vary.Single()).Should().Be((tag, "Accept-Encoding"));
            (await same.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        }
        using var changed = await AskAsync(("Accept-Encoding", encoding), ("If-None-Match", "\"other\""));
        changed.StatusCode.Should().Be(HttpStatusCode.OK);
        changed.Content.Headers.ContentLength.Should().Be(whole.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.1", "gzip")]
    [InlineData("gzip;q=0.1, identity;q=0.5", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("zstd", null)]
    public async Task It_is_compressed_as_the_caller_likes_it(string accepted, string? sent)
    {
        using var plain = await AskAsync();
        using var answer = await AskAsync(("Accept-Encoding", accepted));

        answer.Content.Headers.ContentEncoding.SingleOrDefault().Should().Be(sent);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        answer.Content.Headers.ContentLength.Should().Be(bytes.Length);
        var text = await plain.Content.ReadAsByteArrayAsync();
        Unpacked(bytes, sent).Should().Equal(text);
        if (sent is null)
            return;
        bytes.Length.Should().BeLessThan(text.Length / 5);
        answer.Headers.ETag.Should().NotBe(plain.Headers.ETag, "its bytes are others");
    }

    [Fact]
    public async Task HEAD_tells_how_long_it_is()
    {
        using var answer = await site.Http.SendAsync(new(HttpMethod.Head, Path));

        answer.Content.Headers.ContentLength.Should().BeGreaterThan(100_000);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    private static byte[] Unpacked(byte[] bytes, string? encoding)
    {
        using var into = new MemoryStream();
        using Stream from = encoding switch
        {
            null => new MemoryStream(bytes),
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => throw new UnreachableException(encoding),
        };
        from.CopyTo(into);
        return into.ToArray();
    }

    private async Task<HttpResponseMessage> AskAsync(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await site.Http.SendAsync(request);
    }
}
