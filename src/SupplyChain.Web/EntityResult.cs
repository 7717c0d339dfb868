using System.Globalization;
using System.Text.Json;

namespace SupplyChain;

/// <summary>An entity as JSON, with its version as a strong ETag.</summary>
internal sealed class EntityResult<T>(T entity, long? version, int status = StatusCodes.Status200OK)
    : IResult where T : class
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (version is { } seen && HttpMethods.IsGet(httpContext.Request.Method)
            && await AnsweredByCondition(httpContext, seen))
        {
            return;
        }

        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        if (version is { } known)
            response.Headers.ETag = Tag(known);
        if (status is StatusCodes.Status201Created)
            response.Headers.Location = httpContext.Request.Path.ToUriComponent();
        var body = JsonSerializer.SerializeToUtf8Bytes(entity, WireJson.Options);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>Whether a read ends without the entity, because of what the caller has already (RFC 9110
    /// §13.2.2).</summary>
    private static async Task<bool> AnsweredByCondition(HttpContext http, long version)
    {
        var (wanted, known) = Conditions.Of(http.Request);
        if (new Precondition(wanted, null).Unmet(version, exists: true) is { } why)
        {
            await Problems.Refused(Refusal.VersionMismatch, why).ExecuteAsync(http);
            return true;
        }

        if (known?.Include(version) != true)
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        http.Response.Headers.ETag = Tag(version);
        return true;
    }

    private static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
