using System.Net;

namespace SupplyChain.Host.Nodes;

/// <summary>Finds out whether a node that was started answers.</summary>
internal static class Readiness
{
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until the node says that it is ready.</summary>
    /// <param name="url">The node's address.</param>
    /// <param name="certificate">What it shows.</param>
    /// <param name="works">Whether it works on what it needs first, however long that takes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VerbException">It did not in a minute.</exception>
    public static async Task WaitAsync(
        string url, WebCertificate certificate, Func<bool> works, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            // The node asks itself, by an address that need not be a name in its certificate.
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Is(shown) },
        })
        {
            Timeout = TimeSpan.FromSeconds(10),
        };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ReadyTimeout);
        try
        {
            while (!await IsReadyAsync(http, url, deadline.Token))
            {
                if (works())
                    deadline.CancelAfter(ReadyTimeout);
                await Task.Delay(PollInterval, deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new VerbException(
                $"{url}/health/ready did not answer within {ReadyTimeout.TotalSeconds} s; the log says why.");
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string url, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync($"{url}/health/ready", cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
