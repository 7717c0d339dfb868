using System.Text.Json;
using System.Text.Unicode;

namespace SupplyChain;

/// <summary>Takes a request's body in, within its limit, and parses it strictly.</summary>
internal static class Body
{
    /// <summary>The largest JSON body, in bytes.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = 16,
    };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body into a command, noting every fault.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the command from the body's object.</param>
    /// <param name="ifEmpty">Stands for an empty body; null when there has to be one.</param>
    public static async Task<BodyOf<T>> ReadAsync<T>(
        HttpRequest request, Func<BodyReader, T> read, string? ifEmpty) where T : class
    {
        var bytes = await TakeAsync(request);
        if (bytes.Length == 0)
        {
            if (ifEmpty is null)
                return Unreadable<T>("The body is empty.");
            bytes = System.Text.Encoding.UTF8.GetBytes(ifEmpty);
        }
        else
        {
            CheckMediaType(request);
        }

        if (!Utf8.IsValid(bytes.Span))
            return Unreadable<T>("The body is not UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return Read(document.RootElement, read);
        }
        catch (JsonException failure)
        {
            return Unreadable<T>(failure.Message);
        }
        catch (InvalidOperationException)
        {
            return Unreadable<T>("The body has a member whose name is not Unicode text.");
        }
    }

    private static BodyOf<T> Read<T>(JsonElement root, Func<BodyReader, T> read) where T : class
    {
        var faults = new BodyFaults();
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Unreadable("", FaultCodes.WrongType, "The body has to be an object.");
            return new BodyOf<T>(null, faults);
        }

        return new BodyOf<T>(BodyReader.Read(root, "", faults, read), faults);
    }

    private static BodyOf<T> Unreadable<T>(string message) where T : class
    {
        var faults = new BodyFaults();
        faults.Unreadable("", FaultCodes.Unreadable, message);
        return new BodyOf<T>(null, faults);
    }

    private static void CheckMediaType(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
            throw new BadHttpRequestException("A JSON body cannot have a Content-Encoding.", 415);
        if (request.ContentType is { Length: > 0 } && !request.HasJsonContentType())
            throw new BadHttpRequestException("The body's Content-Type has to be application/json.", 415);
    }

    private static async Task<ReadOnlyMemory<byte>> TakeAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes)
            throw TooLarge();
        using var taken = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var count)
        {
            if (taken.Length + count > MaxBytes)
                throw TooLarge();
            await taken.WriteAsync(buffer.AsMemory(0, count), request.HttpContext.RequestAborted);
        }

        var bytes = taken.GetBuffer().AsMemory(0, (int)taken.Length);
        return bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
    }

    private static BadHttpRequestException TooLarge() => new("The body is larger than 2 MiB.", 413);
}
