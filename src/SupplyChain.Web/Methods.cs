namespace SupplyChain;

/// <summary>HEAD is GET without its body; OPTIONS answers with what is allowed, and so does a 405.</summary>
internal sealed class Methods(RequestDelegate next)
{
    private const string Separator = ", ";
    private const string EventStream = "text/event-stream";

    public async Task InvokeAsync(HttpContext http)
    {
        var asked = http.Request.Method;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        if (HttpMethods.IsHead(asked))
        {
            http.Request.Method = HttpMethods.Get; // The server knows better, and sends no body.
            EndStreams(http, ended);
        }

        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = asked;
        }

        var response = http.Response;
        if (response is not { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed })
            return;
        response.Headers.Allow = Complete(response.Headers.Allow.ToString());
        if (HttpMethods.IsOptions(asked))
            response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>What goes on for ever is over once its headers are there.</summary>
    private static void EndStreams(HttpContext http, CancellationTokenSource ended)
    {
        http.RequestAborted = ended.Token;
        http.Response.OnStarting(() =>
            http.Response.ContentType?.StartsWith(EventStream, StringComparison.Ordinal) == true
                ? ended.CancelAsync()
                : Task.CompletedTask);
    }

    /// <summary>What routing does not know to be allowed as well.</summary>
    private static string Complete(string allowed)
    {
        var methods = allowed.Split(Separator, StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        if (methods.Contains(HttpMethods.Get))
            methods.Add(HttpMethods.Head);
        methods.Add(HttpMethods.Options);
        return string.Join(Separator, methods.Order(StringComparer.Ordinal));
    }
}
