using SupplyChain.Access;
using SupplyChain.Operations;
using SupplyChain.Tenants;

namespace SupplyChain;

/// <summary>Turns every failure, the framework's included, into a problem document.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Explain(failure, http).ExecuteAsync(http);
            return;
        }

        var response = http.Response;
        if (response is not { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
            return;
        var spread = response.StatusCode == StatusCodes.Status404NotFound ? PathIds.SpreadOverPath(http) : null;
        var why = response.StatusCode == StatusCodes.Status403Forbidden ? AccessPolicies.WhyNot(http) : null;
        await (spread ?? Problems.Of(response.StatusCode, detail: why)).ExecuteAsync(http);
    }

    private Problem Explain(Exception failure, HttpContext http)
    {
        switch (failure)
        {
            case FaultyRequestException faulty:
                return faulty.Problem;
            case BadHttpRequestException bad:
                return Problems.Of(bad.StatusCode, detail: bad.Message);
            case BusyException:
                return Problems.Of(429);
            case QuotaExceededException exceeded:
                return Problems.QuotaExceeded(
                    exceeded, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            case AccessDeniedException denied:
                return Problems.Of(denied.IsKnown ? 403 : 401, detail: denied.Message);
            case UnavailableException or TimeoutException:
                return Problems.Of(503);
            case MalformedCursorException cursor:
                return Problems.Unreadable("after", FaultCodes.Invalid, cursor.Message);
            case MalformedSortException sort:
                return Problems.Unreadable("sort", FaultCodes.Invalid, sort.Message);
            case UnknownEventTypeException type:
                return Problems.Invalid([ProblemError.InRequest("types", FaultCodes.Invalid, type.Message)]);
            default:
                Failed(logger, failure, http.Request.Method, http.Request.Path);
                return Problems.Of(500);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, Exception failure, string method, string path);
}
