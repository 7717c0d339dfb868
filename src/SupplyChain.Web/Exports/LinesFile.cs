using System.Security.Cryptography;
using System.Text.Json;

namespace SupplyChain.Exports;

/// <summary>A file of JSON documents, one a line.</summary>
internal static class LinesFile
{
    private const int FlushAt = 32 * 1024;

    /// <summary>Writes each document as it comes, and counts.</summary>
    public static async Task<ExportedFile> WriteAsync(
        Stream file, string name, IAsyncEnumerable<object> documents, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var waiting = new MemoryStream();
        var lines = 0L;
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(
                waiting, document, document.GetType(), WireJson.Options, cancellationToken);
            waiting.WriteByte((byte)'\n');
            lines++;
            if (waiting.Length >= FlushAt)
                await FlushAsync();
        }

        await FlushAsync();
        return new(name, lines, Convert.ToHexStringLower(hash.GetHashAndReset()));

        async Task FlushAsync()
        {
            var bytes = waiting.GetBuffer().AsMemory(0, (int)waiting.Length);
            hash.AppendData(bytes.Span);
            await file.WriteAsync(bytes, cancellationToken);
            waiting.SetLength(0);
        }
    }
}
