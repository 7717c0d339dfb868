using System.Globalization;
using System.Text.Json;

namespace SupplyChain;

/// <summary>An entity as JSON, with its version as a strong ETag.</summary>
internal sealed class Answer<T>(T entity, long? version, int status = StatusCodes.Status200OK, bool? replayed = null)
    : IResult where T : class
{
    private static ReadOnlySpan<byte> Yes => ",\"replayed\":true}"u8;

    private static ReadOnlySpan<byte> No => ",\"replayed\":false}"u8;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        if (version is { } known)
            response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{known}\"");
        if (status is StatusCodes.Status201Created)
            response.Headers.Location = httpContext.Request.Path.ToUriComponent();
        var body = Write();
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private byte[] Write()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(entity, WireJson.Options);
        return replayed switch
        {
            null => body,
            true => [.. body.AsSpan(0, body.Length - 1), .. Yes],
            false => [.. body.AsSpan(0, body.Length - 1), .. No],
        };
    }
}
