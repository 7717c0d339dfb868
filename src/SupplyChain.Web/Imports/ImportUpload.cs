namespace SupplyChain.Imports;

/// <summary>Takes an uploaded file in: streamed to disk as it is, synced, and only then under its final name.</summary>
internal static class ImportUpload
{
    /// <summary>The largest file, in bytes.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    private const int BufferSize = 128 * 1024;

    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <summary>Stores the body of a request in a folder and says under which name.</summary>
    /// <exception cref="BadHttpRequestException">It is empty, too large or encoded in an unknown way.</exception>
    public static async Task<string> StoreAsync(HttpRequest request, string folder, ImportId id)
    {
        if (request.Headers.ContentEncoding.ToString() is not ("" or "gzip" or "identity"))
            throw new BadHttpRequestException("The Content-Encoding of an import is gzip or none.", 415);
        if (request.ContentLength > MaxBytes)
            throw TooLarge();
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $"{id}.part");
        try
        {
            var name = await CopyAsync(request, part) ? $"{id}.csv.gz" : $"{id}.csv";
            File.Move(part, Path.Combine(folder, name));
            return name;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<bool> CopyAsync(HttpRequest request, string path)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        var buffer = new byte[BufferSize];
        var first = new byte[GzipMagic.Length];
        long total = 0;
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var count)
        {
            for (var index = 0; index < count && total + index < first.Length; index++)
                first[total + index] = buffer[index];
            total += count;
            if (total > MaxBytes)
                throw TooLarge();
            await file.WriteAsync(buffer.AsMemory(0, count), request.HttpContext.RequestAborted);
        }

        if (total == 0)
            throw new BadHttpRequestException("The body is empty: there is nothing to import.");
        file.Flush(flushToDisk: true);
        return GzipMagic.SequenceEqual(first);
    }

    private static BadHttpRequestException TooLarge() => new("The body is larger than 256 MiB.", 413);
}
