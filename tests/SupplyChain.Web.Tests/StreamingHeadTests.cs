using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupplyChain;

public sealed class StreamingHeadTests
{
    [Fact]
    public async Task HEAD_of_a_stream_ends_with_its_headers()
    {
        var ended = new TaskCompletionSource();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseSupplyChainProblems();
        app.MapGet("/stream", http => StreamAsync(http, ended));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var request = new HttpRequestMessage(HttpMethod.Head, "/stream");
        using var response = await client.SendAsync(request);

        ((int)response.StatusCode).Should().Be(200);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task StreamAsync(HttpContext http, TaskCompletionSource ended)
    {
        http.Response.ContentType = "text/event-stream";
        try
        {
            await http.Response.WriteAsync(": begins\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }
        finally
        {
            ended.SetResult();
        }
    }
}
